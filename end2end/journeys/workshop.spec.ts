// A designer at work: what is saved in the folder is seen without a press, and what cannot be read is told with its line.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../support/places.ts';
import { expect, test } from '../support/test.ts';

test.use({ apart: 'workshop' });

test('what is saved is seen', async ({ page, words, scripts, anotherBank }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'banyan-workshop-'));
  try {
    cpSync(path.join(root, 'layouts'), folder, { recursive: true });
    const file = path.join(folder, 'home/dense.json');
    const dense = readFileSync(file, 'utf8');
    const bank = await anotherBank({ BANYAN_DESIGN_FOLDER: folder });
    await page.goto(`${bank.address}/workshop?page=home&name=dense`);
    const close = page.frameLocator('iframe >> nth=0').locator('[data-density="dense"]');
    await expect(close.first()).toBeVisible();
    /** Without a script there is a link for it. */
    const again = async (): Promise<void> => {
      if (!scripts) await page.getByRole('link', { name: words.say('workshop-again') }).click();
    };

    writeFileSync(file, dense.replaceAll('"dense"', '"roomy"'));
    await expect(async () => {
      await again();
      await expect(close).toHaveCount(0, { timeout: 1_000 });
    }).toPass();

    writeFileSync(file, dense.replace('"latest"', '"newest"'));
    await expect(async () => {
      await again();
      await expect(page.getByRole('main')).toContainText('unknown variant `newest`', { timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole('main')).toContainText(words.say('workshop-last-good'));
    await expect(close).toHaveCount(0);

    writeFileSync(file, dense);
    await expect(async () => {
      await again();
      await expect(close.first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
    // What stands in a frame is newer than the page around it, which was asked for a moment before.
    await expect(async () => {
      await again();
      await expect(page.getByRole('status')).toContainText(words.say('workshop-good'), { timeout: 1_000 });
    }).toPass();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
