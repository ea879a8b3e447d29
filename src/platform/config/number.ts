import { Transform } from 'class-transformer';

/** Takes a variable of the environment, which is text, as a number; one that is not given stays so. */
export const number = () => Transform(({ value }) => (value === undefined ? undefined : Number(value)));
