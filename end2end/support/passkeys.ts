// An authenticator that Chromium makes up (CDP, domain WebAuthn): a phone or a security key without the phone.

import type { CDPSession, Page } from '@playwright/test';

export class Authenticator {
  private readonly session: CDPSession;
  private readonly id: string;

  private constructor(session: CDPSession, id: string) {
    this.session = session;
    this.id = id;
  }

  /** Gives the page one that knows its owner and presses by itself. `synced` is what it says of its passkeys. */
  static async on(page: Page, { synced = false } = {}): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        defaultBackupEligibility: synced,
        defaultBackupState: synced,
      },
    });
    return new Authenticator(session, authenticatorId);
  }

  /** Whether it does what it is asked, or waits for a finger that does not come. */
  async presses(by: boolean): Promise<void> {
    await this.session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: this.id, enabled: by });
  }

  /** Whether it knows its owner, or refuses. */
  async knows(owner: boolean): Promise<void> {
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified: owner });
  }

  /** How many passkeys it holds. */
  async count(): Promise<number> {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id });
    return credentials.length;
  }

  /** Takes it away. */
  async remove(): Promise<void> {
    await this.session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.id });
  }
}
