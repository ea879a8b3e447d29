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
    () => Promise.resolve(), // needs
    () => page.fill('[name=fullName]', 'Siti Contoh'),
    () => page.fill('[name=year]', '1998'),
    () => page.check('[name=sex][value=F]'),
    () => Promise.resolve(), // mother
    () => Promise.resolve(), // papers
    () => page.check('[name=method][value=none]'),
    () => Promise.resolve(), // hours
    () => page.fill('[name=whereNow]', 'Poipet'),
    () => page.check('[name=travelTime][value=under-45]'),
    () => Promise.resolve(), // held
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
