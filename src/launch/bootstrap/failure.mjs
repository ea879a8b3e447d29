// @ts-check

/** Why a command cannot go on, in a sentence for the person at the keyboard. Shown without a stack, exit code 1. */
export class Failure extends Error {}
