// One recipe for each page of the route table. A page without a recipe fails the suite, and so does a recipe without a
// page; docs/ADDING-A-SCREEN.md says how to add one. Whoever pays in one recipe is not looked at in another: what a page
// says must not depend on what was done before.

import { accounts, elsewhere, person as personOf, type Who } from '../support/people.ts';
import { Authenticator } from '../support/passkeys.ts';
import { linkOf } from '../support/recovery.ts';
import { typePassword } from '../support/signing-in.ts';
import { atWork, find, link, open, type Member } from '../support/staff.ts';
import { asking, at, below, pressing, unfolding, type Recipe, type Steps } from './recipe.ts';

const maya = { name: 'Maya Okafor', number: accounts.maya.everyday, reference: 'For the books' };

/** Opens an account from the list. */
const account =
  (number: string): Steps =>
  async ({ page }) => {
    await page.goto('/accounts');
    await page.getByRole('main').getByRole('link', { name: number }).click();
    await page.waitForURL(/\/accounts\/[^/]+$/);
  };

/** Opens Daniel's latest wages: of all lines of his, those are from the same payer on every day. */
const wages: Steps = async (visit) => {
  await account(accounts.daniel.everyday)(visit);
  await asking('?kind=salary')(visit);
  await visit.page.locator('main a[href*="/transactions/"]').first().click();
  await visit.page.waitForURL(/\/transactions\//);
};

/** Opens the list of Daniel's statements. */
const statements: Steps = async (visit) => {
  await account(accounts.daniel.everyday)(visit);
  await visit.page.getByRole('main').getByRole('link', { name: visit.words.say('statements-title') }).click();
  await visit.page.waitForURL(/\/statements$/);
};

/** And the one of last month, which is over. */
const statement: Steps = async (visit) => {
  await statements(visit);
  const today = new Date();
  const last = new Date(Date.UTC(today.getFullYear(), today.getMonth() - 1, 1)).toISOString().slice(0, 7);
  await visit.page.goto(`${visit.page.url()}/${last}`);
};

/** What Daniel's savings have earned in the year of taxes that is not over. */
const earned: Steps = async (visit) => {
  await account(accounts.daniel.savings)(visit);
  await visit.page.getByRole('main').getByRole('link', { name: visit.words.say('statements-title') }).click();
  await visit.page.locator('main .papers a[href*="/interest/"]').first().click();
  await visit.page.waitForURL(/\/interest\/\d{4}$/);
};

/** Begins a payment of Daniel's. */
const begun: Steps = ({ paying }) => paying.begin();
const toThePayee: Steps = async ({ paying }) => {
  await paying.begin();
  await paying.amount('12.34', accounts.daniel.everyday);
  await paying.at('payee');
};
/** And one of Maya's, to whom the same people are known on every day. */
const mayasPayee: Steps = async ({ paying }) => {
  await paying.begin();
  await paying.amount('12.34', accounts.maya.everyday);
  await paying.at('payee');
};
const toTheReview: Steps = async (visit) => {
  await toThePayee(visit);
  await visit.paying.somebody(maya);
  await visit.paying.at('review');
};
const toTheCode: Steps = async (visit) => {
  await toTheReview(visit);
  await visit.paying.goOn();
};
/** Much money to somebody new: asked what for. */
const toThePurpose: Steps = async ({ paying }) => {
  await paying.begin();
  await paying.amount('250', accounts.daniel.everyday);
  await paying.somebody({ name: personOf('anna').name, number: accounts.whitfields.anna });
  await paying.at('purpose');
};
/** And warned of what goes with the answer. */
const warned =
  (purpose: string): Steps =>
  async (visit) => {
    await toThePurpose(visit);
    await visit.page.getByRole('radio', { name: visit.words.say(`purpose-${purpose}`) }).check();
    await visit.paying.press('continue');
    await visit.paying.at('review');
  };
/** A payment of Maya's for every month from Christmas Eve of next year on, as far as the last look at it. */
const planning: Steps = async (visit) => {
  const { page, paying, words } = visit;
  await page.goto('/pay/scheduled');
  await paying.press('scheduled-start');
  await paying.at('when');
  await paying.days('month', `${new Date().getFullYear() + 1}-12-24`);
  await paying.amount('12.34', accounts.maya.everyday);
  await paying.somebody({ name: personOf('daniel').name, number: accounts.daniel.everyday, reference: 'Presents' });
  await paying.at('review');
  await page.getByText(words.say('review-planned')).waitFor();
};
const planned: Steps = async (visit) => {
  await planning(visit);
  await visit.paying.goOn();
  await visit.paying.approve(visit.person, visit.codes, 'planned');
  await visit.page.waitForURL(/\/pay\/scheduled\/[^/]+$/);
};
/** Says that less is paid from now on. */
const planChanging: Steps = async (visit) => {
  await planned(visit);
  await visit.page.getByRole('main').getByRole('link', { name: visit.words.say('schedule-amount') }).click();
  await visit.page.waitForURL(/\/amount$/);
};
const planChanged: Steps = async (visit) => {
  await planChanging(visit);
  await visit.paying.amount('10.50');
  await visit.page.waitForURL(/\/approve$/);
};
const paid: Steps = async (visit) => {
  await toTheCode(visit);
  await visit.paying.approve(visit.person, visit.codes);
  await visit.paying.receipt();
};

/** A payment of Maya's, begun and left. */
const unfinished: Steps = async ({ page, paying }) => {
  await paying.begin();
  await paying.amount('12.34', accounts.maya.everyday);
  await paying.at('payee');
  await page.goto('/pay');
};

/** Asks two others for their share of a dinner, as Daniel. */
const askedFor: Steps = async ({ page, paying }) => {
  await page.goto('/pay/requests/new');
  await page.getByRole('radio', { name: accounts.daniel.everyday }).check();
  await paying.amountField().fill('50');
  await paying.field('ask-reference').fill('Dinner');
  await paying.field('ask-people').fill('3');
  await paying.press('ask-make');
  await page.waitForURL(/\/pay\/requests\/(?!new)[^/]+$/);
};
const listed: Steps = async (visit) => {
  await askedFor(visit);
  await visit.page.goto('/pay/requests');
};
const calledOff: Steps = async ({ page, words }) => {
  await page.getByRole('link', { name: words.say('request-stop') }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.say('request-stop') }).click();
  await page.getByText(words.say('request-off')).waitFor();
};
/** Opens the link of a request of one's own. */
const linked: Steps = async (visit) => {
  await askedFor(visit);
  const link = await visit.page.locator('code').innerText();
  await visit.page.goto(new URL(link).pathname);
};

/** Opens one of the people Tom has paid. */
const payee: Steps = async ({ page }) => {
  await page.goto('/pay/people');
  await page.getByRole('main').getByRole('link', { name: personOf('anna').name, exact: true }).click();
  await page.waitForURL(/\/pay\/people\/[^/?]+$/);
};
/** Says what to call them. */
const calledSo =
  (nickname: string): Steps =>
  async ({ paying }) => {
    await paying.field('person-nickname').fill(nickname);
    await paying.press('person-nickname-save');
  };
/** Takes them off the list. */
const takenOff: Steps = async (visit) => {
  await payee(visit);
  await visit.paying.press('person-off');
  await visit.page.waitForURL(/\?off=/);
};

/** The same as Daniel's, between his own accounts. */
const ownReview: Steps = async ({ paying }) => {
  await paying.begin('own');
  await paying.amount('5', accounts.daniel.everyday);
  await paying.at('payee');
  await paying.myself(accounts.daniel.savings);
  await paying.at('review');
};
/** An investment with somebody new: it waits. */
const waitsFirst: Steps = async (visit) => {
  await warned('investment')(visit);
  await visit.page.getByText(visit.words.say('review-waits-title')).waitFor();
};
const heldBack: Steps = async (visit) => {
  await waitsFirst(visit);
  await visit.paying.goOn();
  await visit.paying.approve(visit.person, visit.codes, 'planned');
  await visit.page.waitForURL(/\/payments\/[^/]+$/);
};
/** A payment to another bank that is not taken there, once the money is back. */
const paidElsewhere: Steps = async ({ page, paying, person, codes, words }) => {
  await paying.elsewhere('12.34', accounts.daniel.everyday, elsewhere.refuses);
  await paying.goOn();
  await paying.approve(person, codes);
  await page.waitForURL(/\/payments\/[^/]+$/);
  const back = page.getByText(words.say('sending-back'));
  while (!(await back.isVisible())) await page.reload();
};
const unchecked: Steps = ({ paying }) => paying.elsewhere('12.34', accounts.daniel.everyday, elsewhere.unnamed);
const paidOwn: Steps = async (visit) => {
  await ownReview(visit);
  await visit.paying.goOn();
  await visit.paying.approve(visit.person, visit.codes, 'own');
  await visit.paying.receipt('own');
};

/** Asks to be called tomorrow morning. */
const calling: Steps = async ({ page, words, paying }) => {
  await page.goto('/help/person?from=%2Fpay');
  await paying.field('call-phone').fill('020 7946 0018');
  await page.getByRole('combobox', { name: words.say('call-day') }).selectOption({ index: 1 });
  await page.getByRole('radio', { name: words.say('call-part-morning') }).check();
  await paying.press('call-ask');
  await page.waitForURL(/\/help\/person\/[^/?]+$/);
};

/** Writes to the bank, and comes to what was written. */
const writing: Steps = async ({ page, words, paying }) => {
  await page.goto('/help/write');
  await page.getByRole('radio', { name: words.say('ticket-kind-suspicious') }).check();
  await page.getByRole('textbox', { name: words.part('write-words') }).fill('Somebody called');
  await paying.press('write-send');
  await page.waitForURL(/\/help\/tickets\/[^/?]+$/);
};

/** Says something to the bank, and sees what comes of it. */
const saying =
  (what: string): Steps =>
  async ({ page, words, paying }) => {
    await page.goto('/help/chat');
    await page.getByRole('textbox', { name: words.part('chat-words') }).fill(what);
    await paying.press('chat-send');
    await page.waitForURL(/#newest$/);
  };

/** Where the code is asked for; the password need not be right. */
const half: Steps = async ({ page, words }) => {
  await page.goto('/sign-in');
  await typePassword(page, words, personOf('anna').username, 'anna-sleeps-in-late');
  await page.waitForURL(/\/sign-in\/code$/);
};

/** Asked once more before a payment that was begun is forgotten. */
const forgetting: Steps = async ({ page, words }) => {
  await page.getByRole('link', { name: words.say('draft-forget') }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** Where a code on paper is asked for. */
const halfOnPaper: Steps = async (visit) => {
  await half(visit);
  await visit.page.getByRole('link', { name: visit.words.say('recovery-code-instead') }).click();
  await visit.page.waitForURL(/\/recovery-code$/);
};

/** Presses the one button that stops every layout, without saying why. */
const stopping: Steps = async (visit) => {
  await unfolding('studio-halt-title')(visit);
  await pressing('studio-halt-button')(visit);
};

/** A draft of a designer's, in a bank in which nobody has written one yet. */
const drafted: Steps = async ({ page, words, anotherBank }) => {
  await atWork(page, { words, bank: await anotherBank({}) }, 'dora');
  await page.goto(new URL('/staff/design/new?page=home&from=coming-first', page.url()).href);
  await page.getByRole('textbox', { name: words.say('studio-name') }).fill('calendar-first');
  await page.getByRole('button', { name: words.say('studio-save') }).click();
  await page.waitForURL(/\/staff\/design\/versions\/[^/]+$/);
};
/** A layout of the demonstration's that has been shown to customers. */
const tried =
  (name: string): Steps =>
  async (visit) => {
    await working('dora', '/staff/design')(visit);
    await visit.page.getByRole('main').getByRole('link', { name }).click();
    await visit.page.waitForURL(/\/staff\/design\/versions\/[^/]+$/);
  };
const handedIn: Steps = async ({ page, words }) => {
  await page.getByRole('button', { name: words.say('studio-submit-send'), exact: true }).click();
  await page.waitForURL(/\/staff\/design\/versions\/[^/?]+$/);
};
const changing: Steps = async (visit) => {
  await drafted(visit);
  await visit.page.getByRole('link', { name: visit.words.say('studio-edit') }).click();
  await visit.page.waitForURL(/\/edit$/);
};
const nameless: Steps = async ({ page, words }) => {
  await page.getByRole('textbox', { name: words.say('studio-name') }).fill('2');
  await page.getByRole('button', { name: words.say('studio-save') }).click();
};

/** The answers that are kept ready, in a bank in which there is none yet. */
const replying: Steps = async ({ page, words, anotherBank }) => {
  await atWork(page, { words, bank: await anotherBank({}) }, 'priya');
  await page.goto(new URL('/staff/replies', page.url()).href);
};
const keptReady: Steps = async ({ page, words }) => {
  await page.goto(new URL('/staff/replies/new', page.url()).href);
  await page.locator('#title').fill('Hello');
  await page.locator('#text_en').fill('Hello {customer}, this is {agent}.');
  await page.locator('#about').selectOption('duplicate-payment');
  await page.getByRole('button', { name: words.say('reply-save'), exact: true }).click();
  await page.waitForURL(/\/staff\/replies$/);
};
/** Opens one. */
const readyReply: Steps = async (visit) => {
  await replying(visit);
  await keptReady(visit);
  await visit.page.getByRole('main').locator('.rows').getByRole('link').first().click();
  await visit.page.waitForURL(/\/staff\/replies\/[^/]+$/);
};
const bracesAlone: Steps = async ({ page, words }) => {
  await page.locator('#text_en').fill('Hello {name}.');
  await page.getByRole('button', { name: words.say('reply-save'), exact: true }).click();
};

/** Makes sure who it is with a code of the app, before something changes. */
const sure =
  (purpose: string): Steps =>
  async ({ page, paying, person, codes }) => {
    await page.goto(`/you/security/confirm/${purpose}`);
    await paying.field('approve-code').fill(await codes.next(person.secret));
    await paying.press('continue');
    await page.waitForURL((address) => !address.pathname.includes('/confirm/'));
  };

/** Opens the limits of one account. */
const limits: Steps = async ({ page }) => {
  await page.goto('/you/limits');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/you\/limits\/[^/]+$/);
};

/** And the page on which its day is changed. */
const limitOfDay: Steps = async (visit) => {
  await limits(visit);
  await visit.page.locator('main a[href$="/day"]').click();
  await visit.page.waitForURL(/\/day$/);
};

/** Chooses a limit for its day, in whole pounds. */
const limited =
  (amount: string): Steps =>
  async (visit) => {
    await limitOfDay(visit);
    await visit.page.locator('input[name=amount]').fill(amount);
    await visit.paying.press('continue');
  };

/** Chooses how long payments to somebody new wait. */
const choosing =
  (wait: string): Steps =>
  async ({ page, words, paying }) => {
    await page.getByRole('radio', { name: words.say(`wait-${wait}`), exact: true }).check();
    await paying.press('wait-save');
    await page.waitForURL(/saved=1$/);
  };

/** Approves a higher one, and looks at what waits. */
const raised: Steps = async ({ page, paying, person, codes }) => {
  await paying.field('approve-code').fill(await codes.next(person.secret));
  await paying.press('limit-raise');
  await page.waitForURL(/\/you\/limits\/[^/]+$/);
};

/** Opens the card on an account that is called so; the first one, where it is not said. */
const card =
  (account?: string): Steps =>
  async ({ page }) => {
    await page.goto('/cards');
    const cards = page.getByRole('main').getByRole('listitem').getByRole('link');
    await (account === undefined ? cards : cards.filter({ hasText: account })).first().click();
    await page.waitForURL(/\/cards\/[^/]+$/);
  };

/** Goes on from a card to something about it. */
const ofCard =
  (what: string, account?: string): Steps =>
  async (visit) => {
    await card(account)(visit);
    await visit.page.goto(`${visit.page.url()}/${what}`);
  };

/** Chooses how much a card pays a day, in whole units. */
const cardLimited =
  (amount: string): Steps =>
  async (visit) => {
    await ofCard('limits/shop')(visit);
    await visit.page.locator('input[name=amount]').fill(amount);
    await visit.paying.press('continue');
  };

/** Says that a card is lost, and looks at the new one. */
const cardOrdered =
  (account: string): Steps =>
  async (visit) => {
    await ofCard('lost', account)(visit);
    await visit.page.getByRole('radio', { name: visit.words.say('card-trouble-lost') }).check();
    await visit.paying.press('card-lost-send');
    await visit.page.waitForURL(/\/cards\/[^/]+$/);
  };

/** And opens the old one, among those that are no longer used. */
const cardOver: Steps = async ({ page, words }) => {
  await page.goto('/cards');
  const over = page.getByRole('link').filter({ hasText: words.say('card-state-lost') });
  await over.first().click();
  await page.waitForURL(/\/cards\/[^/]+$/);
};

/** Approves a higher limit of a card, and looks at what waits. */
const cardRaised: Steps = async (visit) => {
  await cardLimited('4000')(visit);
  await visit.paying.field('approve-code').fill(await visit.codes.next(visit.person.secret));
  await visit.paying.press('card-raise');
  await visit.page.waitForURL(/\/cards\/(?!raise)[^/]+$/);
};

/** Sees its PIN. */
const pinShown: Steps = async ({ page, paying, person, codes }) => {
  await paying.field('approve-code').fill(await codes.next(person.secret));
  await paying.press('card-pin-show');
  await page.getByRole('textbox').waitFor({ state: 'detached' });
};

/** Makes a passkey and opens its page. */
const passkey: Steps = async (visit) => {
  await Authenticator.on(visit.page, { synced: true });
  await sure('add-passkey')(visit);
  await visit.paying.field('passkey-name').fill('My phone');
  await visit.paying.press('passkey-create');
  await visit.page.getByRole('link', { name: 'My phone' }).click();
  await visit.page.waitForURL(/\/passkeys\/[^/]+$/);
};

/** Asks for the end of a freeze. */
const ending: Steps = async ({ paying, person, codes }) => {
  await paying.field('approve-code').fill(await codes.next(person.secret));
  await paying.press('thaw-ask');
};

/** Opens the link of somebody who lost something a day ago. */
const lost =
  (who: Who, what: 'password' | 'app' | 'both'): Steps =>
  async ({ page, bank }) => {
    bank.command('demo', 'lost', who, what);
    await page.goto(linkOf(bank));
  };

/** And goes on from there. */
const goingOn =
  (who: Who, what: 'password' | 'app' | 'both'): Steps =>
  async (visit) => {
    await lost(who, what)(visit);
    await visit.paying.press('continue');
    await visit.page.waitForURL(/\/recover\/proof$/);
  };

/** Brings Tom's proof again, and chooses what is new. */
const proved: Steps = async (visit) => {
  await goingOn('tom', 'app')(visit);
  await visit.page.getByLabel(visit.words.say('sign-in-password'), { exact: true }).fill(personOf('tom').password);
  await visit.paying.press('continue');
  await visit.page.waitForURL(/\/recover\/new$/);
};

/** The same where he has lost his password. */
const provedByCode: Steps = async (visit) => {
  await goingOn('tom', 'password')(visit);
  await visit.paying.field('recover-code').fill(await visit.codes.next(personOf('tom').secret));
  await visit.paying.press('continue');
  await visit.page.waitForURL(/\/recover\/new$/);
};

/** Puts Tom's password into the place of his password: what he signs in with elsewhere stays the same. */
const foundBack: Steps = async (visit) => {
  await provedByCode(visit);
  for (const key of ['password-new', 'password-again']) {
    await visit.page.getByLabel(visit.words.say(key), { exact: true }).fill(personOf('tom').password);
  }
  await visit.paying.press('recover-save');
  await visit.page.waitForURL(/\/recover\/done$/);
};

/** Where somebody reads that another may be finding a way back in as them. */
const told: Steps = async ({ page, bank }) => {
  bank.command('demo', 'lost', 'chen', 'app');
  await page.goto('/');
};

/** A payment of Tom's to somebody new, soon after he has added a passkey. */
const held: Steps = async (visit) => {
  await Authenticator.on(visit.page, { synced: true });
  await sure('add-passkey')(visit);
  await visit.paying.field('passkey-name').fill('My tablet');
  await visit.paying.press('passkey-create');
  await visit.page.waitForURL(/\/you\/security$/);
  await visit.paying.begin();
  await visit.paying.amount('5', accounts.whitfields.tom);
  await visit.paying.at('payee');
  await visit.paying.somebody({ name: 'Daniel Reyes', number: accounts.daniel.everyday });
  await visit.paying.at('review');
};

/** Opens the first account that the person may look at. */
const lookedAt: Steps = async ({ page }) => {
  await page.goto('/looking');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/looking\/[^/]+\/[^/]+$/);
};

/** Opens the person who may look at hers. */
const looks: Steps = async ({ page }) => {
  await page.goto('/you/people');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/you\/people\/[^/]+$/);
};

/** Says that Tom is to look at everything of hers. */
const inviting: Steps = async ({ page, paying }) => {
  await page.goto('/you/people/invite');
  await paying.field('look-name').fill('Tom Whitfield');
  await paying.field('look-number').fill(accounts.whitfields.tom);
  for (const account of await page.getByRole('checkbox').all()) await account.check();
  await paying.press('continue');
  await page.waitForURL(/\/you\/people\/approve$/);
};

/** Opens what is about acting for the bakery: who may, or what is behind that. */
const acting =
  (behind = ''): Steps =>
  async (visit) => {
    await account(accounts.amelia.bakery)(visit);
    await visit.page.goto(`${visit.page.url()}/people${behind}`);
  };

/** Says that Daniel is to act for the bakery. */
const appointing: Steps = async (visit) => {
  await acting('/invite')(visit);
  await visit.paying.field('look-name').fill('Daniel Reyes');
  await visit.paying.field('look-number').fill(accounts.daniel.everyday);
  await visit.page.getByRole('radio').first().check();
  await visit.paying.press('continue');
  await visit.page.waitForURL(/\/people\/approve$/);
};

/** Opens the payment of the bakery that waits for another person. */
const second: Steps = async ({ page }) => {
  await page.goto('/business');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/business\/[^/]+$/);
};

/** Looks for somebody to pay by their telephone number or e-mail address. */
const lookingFor =
  (typed: string): Steps =>
  async ({ page, paying }) => {
    await paying.field('payee-find-alias').fill(typed);
    await paying.press('payee-find');
    await page.waitForURL(/\/payee/);
  };

/** Opens what asks once more. */
const opening =
  (key: string): Steps =>
  async ({ page, words }) => {
    await page.getByRole('link', { name: words.say(key) }).click();
    await page.getByRole('dialog').waitFor();
  };

/** Somebody is told that they have named a person they trust. */
const noticed: Steps = async ({ page, paying }) => {
  await page.goto('/you/security/trusted');
  await paying.field('trusted-name').fill('Ivy Whitfield');
  await paying.field('trusted-email').fill('ivy@example.org');
  await paying.press('trusted-save');
  await page.waitForURL(/\/you\/security$/);
  await page.goto('/you/notices');
};

/** Chooses hours of peace that end when they begin. */
const sameHours: Steps = async ({ page, words, paying }) => {
  await page.getByRole('radio', { name: words.say('notices-night') }).check();
  await page.getByRole('combobox', { name: words.say('notices-until') }).selectOption('22');
  await paying.press('notices-save');
};

/** Signs somebody of the bank in, and goes there. */
const working =
  (member: Member, address: string): Steps =>
  async (visit) => {
    await atWork(visit.page, visit, member);
    await visit.page.goto(address);
  };

/** A model that was offered to take the place of the one that answers, in a bank of its own. */
const offering: Steps = async ({ page, words, anotherBank }) => {
  const bank = await anotherBank({});
  bank.offerItsOwn();
  await atWork(page, { words, bank }, 'oscar');
  await page.goto(new URL('/staff/models', page.url()).href);
};

/** How well people are served, in a bank in which nobody has asked anything yet that the demonstration has not. */
const counting: Steps = async ({ page, words, anotherBank }) => {
  await atWork(page, { words, bank: await anotherBank({}) }, 'priya');
  await page.goto(new URL('/staff/quality', page.url()).href);
};

/** Looks for the owners of an account that has two. */
const owners: Steps = ({ page, words }) => find(page, words, accounts.whitfields.household);

/** Opens what waits first in a place of the bank's own people, in a bank in which nobody has said why yet. */
const waiting =
  (place: string): Steps =>
  async ({ page, words, anotherBank }) => {
    await atWork(page, { words, bank: await anotherBank({}) }, 'priya');
    await page.goto(new URL(place, page.url()).href);
    await page.getByRole('main').locator('.rows').getByRole('link').first().click();
    await page.waitForURL(new RegExp(`${place}/[^/]+$`));
  };

/** Reads what whoever waits longest has written, with an answer kept ready for it. */
const suggested: Steps = async (visit) => {
  const { page, words } = visit;
  await keptReady(visit);
  await page.goto(new URL('/staff/desk', page.url()).href);
  await page.getByRole('main').locator('.rows').getByRole('link').first().click();
  await page.getByRole('radio', { name: words.say('reason-wrote') }).check();
  await page.getByRole('button', { name: words.say('staff-why-button') }).click();
  await page.getByRole('log').waitFor();
};
/** Has answered them: nothing is suggested any more. */
const answering: Steps = async ({ page, words }) => {
  await page.locator('#answer').fill('One moment, please.');
  await page.getByRole('button', { name: words.say('staff-ticket-answer-send') }).click();
  await page.getByRole('log').getByText('One moment, please.').waitFor();
};
/** Puts what is kept ready into what is being written. */
const filled: Steps = async ({ page, words }) => {
  await page.locator('#ready').selectOption({ label: 'Hello' });
  await page.getByRole('button', { name: words.say('reply-insert') }).click();
  await page.waitForURL(/\?answer=1/);
};

/** Asks an agent why they want to see Maya, in a bank in which nothing has happened to her yet. */
const askedWhy: Steps = async ({ page, words, anotherBank }) => {
  await atWork(page, { words, bank: await anotherBank({}) }, 'priya');
  await find(page, words, 'maya');
};

/** The same customer, as a payments officer sees her. */
const officer: Steps = async ({ page, words, anotherBank }) => {
  await page.context().clearCookies({ name: 'banyan-demo-staff' });
  await atWork(page, { words, bank: await anotherBank({}) }, 'oscar');
  await open(page, words, 'maya');
};

/** And goes on to where a document is taken in by which somebody is to act for her. */
const takingPower: Steps = async (visit) => {
  await officer(visit);
  await visit.page.getByRole('main').getByRole('link', { name: visit.words.say('staff-power-new') }).click();
  await visit.page.waitForURL(/\/staff\/customers\/[^/]+\/power$/);
};

/** What Maya is sent when her money is frozen for her. */
const sent: Steps = async (visit) => {
  await askedWhy(visit);
  await open(visit.page, visit.words, 'maya');
  await visit.page.getByRole('radio', { name: visit.words.say('reason-alarm') }).check();
  await visit.paying.press('staff-freeze-button');
  await visit.page.getByRole('link', { name: visit.words.say('staff-outbox') }).click();
  await visit.page.waitForURL(/\/staff\/outbox$/);
};

/** Opens a lesson and begins it. */
const lesson =
  (name: string): Steps =>
  async ({ page, words }) => {
    await page.goto(`/practice/lessons/${name}`);
    const begun = page.getByRole('main').getByRole('button', { name: words.say('lesson-start') });
    if ((await begun.count()) > 0) await begun.click();
    await page.waitForURL(/\/practice\/lessons\//);
  };

export const recipes: Recipe[] = [
  { route: '/', who: 'amelia' },
  { route: '/', who: 'li', state: 'one-account' },
  { route: '/', who: 'chen', state: 'way-back', reach: told },
  { route: '/accounts', who: 'amelia' },
  {
    route: '/accounts/{id}',
    who: 'daniel',
    reach: account(accounts.daniel.everyday),
    states: {
      table: unfolding('chart-table'),
      filtered: asking('?direction=in&min=10'),
      'nothing-fits': asking('?text=zzzz'),
      problems: asking('?min=50&max=ten'),
    },
  },
  {
    route: '/accounts/{id}/code',
    who: 'amelia',
    reach: async ({ page }) => {
      await page.goto('/you');
      await page.locator('main a[href$="/code"]').first().click();
      await page.waitForURL(/\/code$/);
    },
  },
  {
    route: '/accounts/{id}/people',
    who: 'amelia',
    reach: acting(),
    states: { ending: opening('look-end') },
  },
  {
    route: '/accounts/{id}/people/invite',
    who: 'amelia',
    reach: acting('/invite'),
    states: { problems: pressing('continue') },
  },
  {
    route: '/accounts/{id}/people/approve',
    who: 'amelia',
    reach: appointing,
    states: { problems: pressing('act-approve') },
  },
  {
    route: '/accounts/{id}/people/rule',
    who: 'amelia',
    reach: acting('/rule'),
    states: {
      problems: async ({ page, paying }) => {
        await page.locator('#from').fill('a lot');
        await paying.press('continue');
      },
    },
  },
  { route: '/accounts/{id}/interest/{year}', who: 'daniel', reach: earned, states: { 'no-letters': asking('?letters=none') } },
  {
    route: '/accounts/{id}/statements',
    who: 'daniel',
    reach: statements,
    states: { files: ({ page, words }) => page.getByText(words.say('statements-files')).first().click() },
  },
  {
    route: '/accounts/{id}/statements/{period}',
    who: 'daniel',
    reach: statement,
    states: { 'no-letters': asking('?letters=none') },
  },
  {
    route: '/accounts/{id}/transactions/{version}',
    who: 'daniel',
    reach: wages,
  },
  { route: '/business', who: 'amelia' },
  { route: '/business', who: 'anna', state: 'acts', states: { leaving: opening('business-leave') } },
  {
    route: '/business/{made}',
    who: 'amelia',
    reach: second,
    states: { problems: pressing('second-approve'), refusing: unfolding('second-refuse-title') },
  },
  { route: '/business/{made}', who: 'anna', state: 'own', reach: second },
  { route: '/looking', who: 'li', states: { stopping: opening('looking-stop') } },
  { route: '/looking', who: 'daniel', state: 'invited' },
  { route: '/looking/{id}/{account}', who: 'li', reach: lookedAt },
  { route: '/help' },
  { route: '/help', who: 'daniel', state: 'signed-in' },
  {
    route: '/help/articles/{slug}',
    reach: at('/help/articles/pressed-to-pay'),
    states: { lost: at('/help/articles/lost-card-or-phone'), larger: at('/help/articles/read-larger') },
  },
  {
    route: '/help/chat',
    states: {
      problems: pressing('chat-send'),
      answered: saying('How much is in my account?'),
      warned: saying('My bank called and told me to move my money to a safe account'),
      over: pressing('chat-end'),
    },
  },
  { route: '/help/person', states: { problems: pressing('call-ask'), step: at('/help/person?from=%2Fpay') } },
  { route: '/help/person/{id}', who: 'daniel', reach: calling, states: { cancelled: pressing('call-cancel') } },
  { route: '/help/write', who: 'daniel', states: { problems: pressing('write-send') } },
  { route: '/help/tickets', who: 'daniel' },
  {
    route: '/help/tickets/{id}',
    who: 'daniel',
    reach: writing,
    states: { problems: pressing('ticket-more-send'), closed: pressing('ticket-settle') },
  },
  { route: '/help/shortcuts', states: { on: pressing('shortcuts-turn-on') } },
  { route: '/offline' },
  { route: '/help/accessibility' },
  { route: '/help/accessibility', who: 'daniel', state: 'signed-in' },
  {
    route: '/help/accessibility/feedback',
    states: {
      problems: pressing('feedback-send'),
      thanks: async ({ page, words, paying }) => {
        await page.getByLabel(words.say('feedback-hard')).fill('Too small');
        await paying.press('feedback-send');
        await page.waitForURL(/number=/);
      },
    },
  },
  { route: '/pay', who: 'maya', states: { unfinished, sure: forgetting } },
  { route: '/pay/{draft}/amount', who: 'daniel', reach: begun, states: { problems: pressing('continue') } },
  {
    route: '/pay/{draft}/payee',
    who: 'maya',
    reach: mayasPayee,
    states: {
      problems: pressing('continue'),
      either: asking('?anyone=1'),
      elsewhere: asking('?elsewhere=1'),
      abroad: asking('?abroad=1'),
      china: asking('?abroad=cnaps'),
      'china-problems': pressing('continue'),
      find: asking('?find=1'),
      nobody: lookingFor('nobody@example.org'),
      found: lookingFor('tom@example.org'),
      code: asking('?code=1'),
      unread: pressing('payee-code-read'),
    },
  },
  {
    route: '/pay/{draft}/when',
    who: 'maya',
    reach: async (visit) => {
      await visit.paying.begin();
      await visit.page.getByRole('link', { name: visit.words.say('when-another-day') }).click();
      await visit.paying.at('when');
    },
    states: {
      problems: async ({ page, words, paying }) => {
        await page.getByRole('radio', { name: words.say('when-month') }).check();
        await paying.press('continue');
      },
    },
  },
  { route: '/pay/asked/{key}', who: 'daniel', reach: linked },
  { route: '/pay/requests', who: 'tom', state: 'none' },
  { route: '/pay/requests', who: 'daniel', reach: listed },
  { route: '/pay/requests/new', who: 'daniel', states: { problems: pressing('ask-make') } },
  { route: '/pay/requests/{id}', who: 'daniel', reach: askedFor, states: { off: calledOff } },
  { route: '/pay/scheduled', who: 'tom' },
  { route: '/pay/scheduled', state: 'none', who: 'li' },
  {
    route: '/pay/scheduled/{id}',
    who: 'maya',
    reach: planned,
    states: {
      skipped: pressing('schedule-skip'),
      paused: pressing('schedule-pause'),
      stopping: opening('schedule-stop'),
    },
  },
  {
    route: '/pay/scheduled/{id}/amount',
    who: 'maya',
    reach: planChanging,
    states: { problems: pressing('continue') },
  },
  {
    route: '/pay/scheduled/{id}/approve',
    who: 'maya',
    reach: planChanged,
    states: { problems: pressing('plan-amount-approve') },
  },
  { route: '/pay/{draft}/purpose', who: 'daniel', reach: toThePurpose, states: { problems: pressing('continue') } },
  {
    route: '/pay/{draft}/review',
    who: 'daniel',
    reach: toTheReview,
    states: {
      family: warned('family'),
      investment: waitsFirst,
      scam: warned('safety'),
      close: async (visit) => {
        await toThePayee(visit);
        await visit.paying.somebody({ ...maya, name: 'M Okafor' });
        await visit.paying.at('review');
      },
      unchecked,
      own: ownReview,
    },
  },
  { route: '/pay/{draft}/review', who: 'tom', state: 'held', reach: held },
  { route: '/pay/{draft}/approve', who: 'daniel', reach: toTheCode, states: { problems: pressing('approve-pay') } },
  {
    route: '/pay/people',
    who: 'tom',
    states: {
      found: asking('?q=%EF%BC%A1nna'),
      nobody: asking('?q=zzzz'),
      problems: asking(`?q=${'x'.repeat(61)}`),
      off: takenOff,
      back: pressing('people-put-back'),
    },
  },
  { route: '/pay/people', who: 'amelia', state: 'empty' },
  {
    route: '/pay/people/{payment}',
    who: 'tom',
    reach: payee,
    states: {
      problems: calledSo('x'.repeat(41)),
      saved: async (visit) => {
        await calledSo('Annie')(visit);
        await visit.page.waitForURL(/saved=1$/);
      },
      favourite: pressing('person-favourite-add'),
      'not-listed': async (visit) => {
        await visit.paying.press('person-favourite-end');
        await calledSo('')(visit);
        await visit.page.waitForURL(/saved=1$/);
        const address = visit.page.url();
        await visit.paying.press('person-off');
        await visit.page.waitForURL(/\?off=/);
        await visit.page.goto(address.replace(/\?.*/, ''));
      },
      listed: async (visit) => {
        await visit.paying.press('people-put-back');
        await visit.page.waitForURL(/\/pay\/people$/);
        await payee(visit);
      },
    },
  },
  { route: '/payments/{id}', who: 'daniel', reach: paid, states: { own: paidOwn, waiting: heldBack, off: pressing('waiting-call-off'), back: paidElsewhere } },
  { route: '/practice', who: 'amelia', states: { fresh: asking('?fresh=1') } },
  {
    route: '/practice/lessons/{lesson}',
    who: 'amelia',
    reach: at('/practice/lessons/payment'),
    states: {
      payment: lesson('payment'),
      story: lesson('scams'),
      problems: pressing('continue'),
      answered: asking('?answer=a'),
      freeze: lesson('freeze'),
      sure: asking('?sure=1'),
      frozen: pressing('freeze-now'),
      pretend: lesson('sign-in'),
    },
  },
  { route: '/practice/lessons/{lesson}/leaflet', who: 'amelia', reach: at('/practice/lessons/scams/leaflet') },
  { route: '*', who: 'amelia', state: 'play-money', reach: at('/practice/bank') },
  { route: '*', who: 'amelia', state: 'play-accounts', reach: at('/practice/bank/accounts') },
  { route: '*', who: 'amelia', state: 'play-pay', reach: at('/practice/bank/pay') },
  {
    route: '/sign-in',
    states: {
      people: unfolding('demo-people'),
      problems: pressing('sign-in-continue'),
      again: at('/sign-in?next=%2Fyou'),
      left: at('/sign-in?left=1'),
    },
  },
  { route: '/sign-in/recovery-code', reach: halfOnPaper, states: { problems: pressing('sign-in-button') } },
  { route: '/sign-in/recover' },
  { route: '/sign-in/recover/password', states: { problems: pressing('recover-begin') } },
  { route: '/sign-in/recover/app', states: { problems: pressing('recover-begin') } },
  { route: '/sign-in/recover/both' },
  { route: '/sign-in/recover/sent' },
  {
    route: '/recover/{link}',
    reach: lost('tom', 'app'),
    states: { stopped: pressing('recover-stop'), dead: at('/recover/0123456789abcdefghjkmnpqrstvwxyz') },
  },
  {
    route: '/recover/proof',
    reach: goingOn('tom', 'app'),
    states: { problems: pressing('continue'), code: goingOn('tom', 'password'), handed: goingOn('chen', 'both') },
  },
  { route: '/recover/new', reach: proved, states: { problems: pressing('recover-save'), password: provedByCode } },
  { route: '/recover/done', reach: foundBack },
  { route: '/sign-in/code', reach: half, states: { problems: pressing('sign-in-button') } },
  { route: '/design' },
  { route: '/workshop' },
  {
    route: '/design/{part}',
    reach: at('/design/button'),
    all: ({ page }) => below(page, '/design/', ['/design']),
  },
  {
    route: '/design/{part}/{example}',
    reach: at('/design/headings/back'),
    all: async ({ page }) => below(page, '/design/', await below(page, '/design/', ['/design'])),
  },
  { route: '/cards', who: 'daniel' },
  {
    route: '/cards/{id}',
    who: 'tom',
    reach: card(),
    states: { locked: pressing('card-lock') },
  },
  { route: '/cards/{id}', who: 'maya', state: 'raised', reach: cardRaised },
  {
    route: '/cards/{id}',
    who: 'amelia',
    state: 'coming',
    reach: cardOrdered('Everyday'),
    states: { over: cardOver },
  },
  {
    route: '/cards/{id}/arrived',
    who: 'amelia',
    reach: async (visit) => {
      await cardOrdered('Hart & Daughter Bakery')(visit);
      await visit.page.goto(`${visit.page.url()}/arrived`);
    },
    states: { problems: pressing('card-arrived-send') },
  },
  {
    route: '/cards/{id}/unlock',
    who: 'li',
    reach: async (visit) => {
      await card()(visit);
      await visit.paying.press('card-lock');
      await visit.page.goto(`${visit.page.url()}/unlock`);
    },
    states: { problems: pressing('card-unlock') },
  },
  {
    route: '/cards/{id}/blocks/{what}',
    who: 'chen',
    reach: ofCard('blocks/gambling'),
    states: { blocked: pressing('card-block'), cooling: pressing('card-unblock') },
  },
  {
    route: '/cards/{id}/limits/{way}',
    who: 'maya',
    reach: ofCard('limits/online'),
    states: { problems: pressing('continue') },
  },
  {
    route: '/cards/{id}/lost',
    who: 'maya',
    reach: ofCard('lost'),
    states: { problems: pressing('card-lost-send') },
  },
  {
    route: '/cards/{id}/pin',
    who: 'maya',
    reach: ofCard('pin'),
    states: { problems: pressing('card-pin-show'), shown: pinShown },
  },
  { route: '/cards/{id}/reach', who: 'maya', reach: ofCard('reach') },
  {
    route: '/cards/raise',
    who: 'daniel',
    reach: cardLimited('4000'),
    states: { problems: pressing('card-raise') },
  },
  { route: '/you', who: 'daniel' },
  { route: '/you/limits', who: 'daniel' },
  {
    route: '/you/limits/{id}',
    who: 'li',
    reach: limits,
    states: {
      lowered: async (visit) => {
        await limited('15000')(visit);
        await visit.page.waitForURL(/lowered=1$/);
      },
      raised: async (visit) => {
        await limited('16000')(visit);
        await raised(visit);
      },
    },
  },
  { route: '/you/limits/{id}/{limit}', who: 'maya', reach: limitOfDay, states: { problems: pressing('continue') } },
  {
    route: '/you/limits/raise',
    who: 'maya',
    reach: limited('6000'),
    states: { problems: pressing('limit-raise') },
  },
  {
    route: '/you/limits/waiting',
    who: 'li',
    states: { saved: choosing('day'), shorter: choosing('none') },
  },
  {
    route: '/you/notices',
    who: 'amelia',
    reach: noticed,
    states: { seen: pressing('notices-see') },
  },
  {
    route: '/you/notices/choices',
    who: 'amelia',
    states: { problems: sameHours, saved: asking('?saved=1') },
  },
  { route: '/you/preferences', who: 'daniel', states: { saved: asking('?saved=1') } },
  { route: '/you/found', who: 'maya', states: { saved: asking('?saved=1') } },
  { route: '/you/found', who: 'tom', state: 'on' },
  { route: '/you/people', who: 'chen' },
  { route: '/you/people', who: 'daniel', state: 'none' },
  { route: '/you/people/{id}', who: 'chen', reach: looks, states: { ending: opening('look-end') } },
  { route: '/you/people/invite', who: 'maya', states: { problems: pressing('continue') } },
  { route: '/you/people/approve', who: 'maya', reach: inviting, states: { problems: pressing('look-approve') } },
  {
    route: '/you/privacy',
    who: 'daniel',
    // The last leaves it as it was found.
    states: { helping: pressing('privacy-help'), stopped: pressing('privacy-stop') },
  },
  { route: '/you/security', who: 'daniel' },
  {
    route: '/you/security/confirm/{purpose}',
    who: 'daniel',
    reach: at('/you/security/confirm/add-passkey'),
    states: { problems: pressing('continue'), password: at('/you/security/confirm/change-password') },
  },
  {
    route: '/you/security/password',
    who: 'tom',
    reach: sure('change-password'),
    states: { problems: pressing('password-save') },
  },
  { route: '/you/security/app', who: 'tom', reach: sure('change-app'), states: { problems: pressing('app-save') } },
  { route: '/you/security/codes', who: 'chen', reach: sure('new-codes') },
  { route: '/you/security/passkeys/create', who: 'chen', reach: sure('add-passkey') },
  {
    route: '/you/security/passkeys/{id}',
    who: 'chen',
    reach: passkey,
    states: {
      problems: ({ page, words }) => page.getByRole('button', { name: words.say('passkey-remove'), exact: true }).click(),
    },
  },
  { route: '/you/security/trusted', who: 'tom', states: { problems: pressing('trusted-save') } },
  {
    route: '/freeze',
    who: 'anna',
    states: { frozen: pressing('freeze-everything-now'), problems: pressing('thaw-ask'), ending },
  },
  { route: '/staff', reach: working('wen', '/staff') },
  {
    route: '/staff/sign-in',
    states: { left: at('/staff/sign-in?left=1'), enrolled: at('/staff/sign-in?enrolled=1') },
  },
  {
    route: '/staff/enrol/{token}',
    reach: ({ page, bank }) => page.goto(link(bank, 'ruth')),
    states: { over: at('/staff/enrol/00000000000000000000000000000000') },
  },
  { route: '/staff/tickets', reach: working('priya', '/staff/tickets') },
  { route: '/staff/tickets/{id}', reach: waiting('/staff/tickets'), states: { problems: pressing('staff-why-button') } },
  { route: '/staff/desk', reach: working('priya', '/staff/desk') },
  {
    route: '/staff/desk/{id}',
    reach: waiting('/staff/desk'),
    states: { problems: pressing('staff-why-button'), suggested, answering, filled },
  },
  { route: '/staff/calls', reach: working('priya', '/staff/calls') },
  { route: '/staff/calls/{id}', reach: waiting('/staff/calls'), states: { problems: pressing('staff-why-button') } },
  {
    route: '/staff/customers',
    reach: working('priya', '/staff/customers'),
    states: { problems: pressing('staff-find-button'), owners },
  },
  {
    route: '/staff/customers/{id}',
    reach: askedWhy,
    states: {
      problems: pressing('staff-why-button'),
      file: ({ page, words }) => open(page, words, 'maya'),
      'freeze-problems': pressing('staff-freeze-button'),
      balances: officer,
    },
  },
  { route: '/staff/customers/{id}/power', reach: takingPower, states: { problems: pressing('staff-power-send') } },
  {
    route: '/staff/audit',
    // Who was added is the same in every bank; what was done besides, each test adds to. Before the first row is nothing.
    reach: working('ruth', '/staff/audit?deed=staff-added'),
    states: { checked: asking('?deed=staff-added&check=1'), 'nothing-fits': asking('?deed=reverse&before=1') },
  },
  { route: '/staff/design', reach: working('dora', '/staff/design'), states: { problems: stopping } },
  {
    route: '/staff/design/new',
    reach: working('dora', '/staff/design/new'),
    states: { json: asking('?by=json'), problems: pressing('studio-save') },
  },
  {
    route: '/staff/design/preview',
    reach: working('dora', '/staff/design/preview'),
    states: { conversation: asking('?page=chat&name=beside&begun=yes') },
  },
  {
    route: '/staff/design/versions/{id}',
    reach: drafted,
    states: { problems: pressing('studio-remark-send'), 'handed-in': handedIn },
  },
  { route: '/staff/design/versions/{id}', state: 'stopped', reach: tried('days-ahead') },
  { route: '/staff/design/versions/{id}', state: 'live', reach: tried('months-ahead') },
  { route: '/staff/design/versions/{id}/edit', reach: changing, states: { problems: nameless } },
  { route: '/staff/labels', reach: working('priya', '/staff/labels'), states: { end: asking('?after=7zzzzzzzzzzzz') } },
  { route: '/staff/models', reach: working('ruth', '/staff/models') },
  { route: '/staff/models', state: 'offered', reach: offering, states: { proposed: pressing('models-propose'), people: asking('?see=people') } },
  {
    route: '/staff/quality',
    reach: counting,
    states: { week: asking('?days=7&by=text'), about: asking('?days=90&by=about') },
  },
  { route: '/staff/replies', reach: replying, states: { kept: keptReady } },
  { route: '/staff/replies/new', reach: working('priya', '/staff/replies/new'), states: { problems: pressing('reply-save') } },
  { route: '/staff/replies/{id}', reach: readyReply, states: { problems: bracesAlone } },
  { route: '/staff/outbox', reach: sent },
  { route: '/staff/sessions', reach: working('oscar', '/staff/sessions') },
  { route: '*', state: 'staff', reach: working('priya', '/staff/audit') },
  { route: '*', reach: at('/no-such-page') },
  { route: '*', who: 'daniel', state: 'signed-in', reach: at('/no-such-page') },
];
