// Every page of the route table, in every state, in every way of reading: what a program can see of what makes it easy
// or hard to use.

import { Paying } from '../support/paying.ts';
import { pages, routeOf } from '../support/routes.ts';
import { expect, test } from '../support/test.ts';
import { recipes } from './recipes.ts';

test('every page has a recipe, and every recipe a page', () => {
  const known = new Set(recipes.map(({ route }) => route).filter((route) => route !== '*'));
  expect(pages().filter((route) => !known.has(route)), 'pages without a recipe in end2end/every-page/recipes.ts').toEqual([]);
  expect([...known].filter((route) => !pages().includes(route)), 'recipes without a page in app/src/routes.rs').toEqual([]);
});

// What is done here to people, such as a freeze or a passkey more, would be in the way of their journeys.
test.use({ apart: 'every-page' });

/** The ways of reading in which all of many pages of one kind are looked at. */
const FOR_ALL = ['en-standard', 'zh-large'];

for (const { route, who, state, reach, states, all } of recipes) {
  test.describe(route, () => {
    test.use({ who: who ?? null });
    test([route, state].filter(Boolean).join(', '), async ({ page, words, codes, bank, anotherBank, size, somebody, turnTo, show }) => {
      // A page with many states, and all of many pages, take longer than a journey.
      test.setTimeout(all === undefined ? 480_000 : 1_200_000);
      const visit = { page, words, codes, bank, anotherBank, paying: new Paying(page, words), person: somebody };
      if (who === undefined) await turnTo(page);
      for (const [name, steps] of Object.entries({ '': reach, ...states })) {
        await test.step(name || 'as it is', async () => {
          if (steps !== undefined) await steps(visit);
          else await page.goto(route);
          if (route !== '*') expect(routeOf(page.url()), 'the steps lead to the page').toBe(route);
          await show(name || state);
        });
      }
      if (all === undefined || !FOR_ALL.includes(`${words.language}-${size}`)) return;
      for (const address of await all(visit)) {
        await page.goto(address);
        await show(address.split('/').slice(2).join('-'));
      }
    });
  });
}
