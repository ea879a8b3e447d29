import { ValidateBy } from 'class-validator';

const FORM = /^-?\d+(?:\.\d{1,2})?$/;

/**
 * A number of two decimal places at the most. Class-validator's own check of decimal places throws at numbers that are written with
 * an exponent, such as 1e-7.
 */
export const Hundredths = () =>
  ValidateBy({
    name: 'isNumber',
    validator: { validate: (value: unknown) => typeof value === 'number' && FORM.test(String(value)) },
  });
