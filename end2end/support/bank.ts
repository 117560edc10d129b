// A bank of one's own: the program on a copy of the demonstration bank, on a free port.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { artefacts, dist, root, template } from './places.ts';

/** How long a session may be left alone, in seconds: the longest there may be, for machines that are slow. */
const IDLE_S = 900;
const READY_MS = 20_000;
const STOP_MS = 10_000;

export class Bank {
  readonly address: string;
  readonly folder: string;
  private readonly port: number;
  private readonly settings: Record<string, string>;
  private child: ChildProcess;
  /** The other banks, which payments to them go to. */
  private readonly others: ChildProcess;
  private said = '';

  private constructor(folder: string, port: number, othersPort: number, settings: Record<string, string>) {
    this.address = `http://localhost:${port}`;
    this.folder = folder;
    this.port = port;
    const others = `127.0.0.1:${othersPort}`;
    // Rates of now: those that the program prints to begin with.
    const rates = path.join(folder, 'rates.toml');
    const env = { ...process.env, ...environment(folder) };
    writeFileSync(rates, execFileSync(path.join(dist, 'banyan'), ['rates'], { cwd: dist, env }));
    this.settings = { BANYAN_OTHER_BANKS: others, BANYAN_RATES: rates, ...settings };
    const simulator = ['simulator', '--address', others];
    this.others = spawn(path.join(dist, 'banyan'), simulator, { cwd: dist, stdio: 'ignore' });
    this.child = this.start();
  }

  /** Starts a bank and waits until it is ready. `settings` are environment variables besides our own. */
  static async open(settings: Record<string, string> = {}): Promise<Bank> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'banyan-end2end-'));
    cpSync(template, folder, { recursive: true });
    const bank = new Bank(folder, await freePort(), await freePort(), settings);
    await bank.ready();
    return bank;
  }

  /** Cuts the line to it, until `back`. */
  async away(): Promise<void> {
    await this.stop();
  }

  /** Is there again, at the same address and with the same data. */
  async back(): Promise<void> {
    this.child = this.start();
    await this.ready();
  }

  /** Offers the model that came with the program to take its own place: there is nothing that it is worse in. */
  offerItsOwn(): string {
    return this.command('assistant', 'offer', path.join(dist, 'assistant-terms.model'));
  }

  /** What the program says to a command about this bank. */
  command(...words: string[]): string {
    const env = { ...process.env, ...environment(this.folder, this.port), ...this.settings };
    return execFileSync(path.join(dist, 'banyan'), words, { cwd: dist, env, encoding: 'utf8' });
  }

  private start(): ChildProcess {
    const child = spawn(path.join(dist, 'banyan'), ['serve'], {
      cwd: dist,
      env: { ...process.env, ...environment(this.folder, this.port), ...this.settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.listen(child);
    return child;
  }

  /** Holds it still while these requests are sent, so that it meets all of them in one moment. */
  async atOnce<T>(send: () => Promise<T>[]): Promise<T[]> {
    this.child.kill('SIGSTOP');
    const answers = send();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    this.child.kill('SIGCONT');
    return Promise.all(answers);
  }

  /** Stops it the way an operator would, and forgets its data. */
  async close(): Promise<void> {
    await this.stop();
    this.others.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
      this.child.kill('SIGTERM');
      await ended;
      clearTimeout(late);
    }
  }

  /** Keeps its log, and the beginning at hand. */
  private listen(child: ChildProcess): void {
    mkdirSync(path.join(artefacts, 'logs'), { recursive: true });
    const log = createWriteStream(path.join(artefacts, 'logs', `${this.port}.log`), { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        log.write(text);
        if (this.said.length < 2000) this.said += text.toString();
      });
    }
  }

  private async ready(): Promise<void> {
    const until = Date.now() + READY_MS;
    while (Date.now() < until) {
      if (this.child.exitCode !== null) break;
      const answer = await fetch(`${this.address}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The bank at ${this.address} is not ready. It said:\n${this.said}`);
  }
}

/** What the program is told besides its defaults. */
export function environment(folder: string, port?: number): Record<string, string> {
  const always = {
    BANYAN_DATABASE: `sqlite:${path.join(folder, 'banyan.db')}`,
    // Not every machine has the encoder: conversations have to go the same way on all of them.
    BANYAN_ASSISTANT_MODEL: path.join(dist, 'assistant-terms.model'),
    BANYAN_ASSISTANT_MODELS: path.join(folder, 'models'),
    BANYAN_DEMO: 'true',
    BANYAN_DESIGN: 'true',
    BANYAN_DESIGN_FOLDER: path.join(root, 'layouts'),
    BANYAN_METRICS_ADDRESS: 'off',
    BANYAN_SESSION_IDLE_S: String(IDLE_S),
    // Everybody asks and signs in from this one machine, and is quicker than people are.
    BANYAN_SIGN_INS_PER_MINUTE: '1000',
    BANYAN_REQUESTS_PER_MINUTE: '1000000',
    BANYAN_CHANGES_PER_MINUTE: '10000',
  };
  if (port === undefined) return always;
  return { ...always, BANYAN_ADDRESS: `127.0.0.1:${port}`, BANYAN_PUBLIC_URL: `http://localhost:${port}` };
}

/** A port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
