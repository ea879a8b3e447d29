import type { Page } from 'playwright-core';

/** Presses the button that goes on. */
export const go = (page: Page) => page.locator('main form button.govuk-button').last().click();

/** Answers every question in turn and looks at each page on the way. @param look is told each page before it is answered */
export async function register(
  page: Page,
  start: string,
  look: () => Promise<void> = () => Promise.resolve(),
) {
  const answer: (() => Promise<unknown>)[] = [
    () => page.check('[name=safe][value=yes]'),
    () => page.fill('[name=fullName]', 'Siti Contoh'),
    async () => {
      await page.fill('[name=year]', '1998');
      await page.check('[name=sex][value=F]');
    },
    () => Promise.resolve(), // mother
    () => Promise.resolve(), // papers
    () => page.check('[name=method][value=none]'),
    () => Promise.resolve(), // hours
    () => page.fill('[name=whereNow]', 'Poipet'),
    () => Promise.resolve(),
    () => page.fill('[name=homeProvince]', 'Sumatera Utara'),
    () => Promise.resolve(), // family
    () => page.check('[name=consents][value=embassy-assistance]'),
    () => page.check('[name=others][value=no]'),
    () => Promise.resolve(),
  ];
  await page.goto(start);
  for (const fill of answer) {
    await look();
    await fill();
    await go(page);
  }
  await look();
}
