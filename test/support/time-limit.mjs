import { addEventHandler } from 'jest-circus';

const MINUTE = 60_000;

/** Fails a test or hook that does not end: within a minute, or the limit behind it. The runner itself would wait for ever. */
addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name !== 'add_test' && event.name !== 'add_hook') return;
  const { children, hooks } = currentDescribeBlock;
  const added = event.name === 'add_test' ? children.at(-1) : hooks.at(-1);
  if (added.fn) added.fn = within(event.timeout ?? MINUTE, added.fn);
});

const within = (milliseconds, work) => async () => {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`did not end within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
};
