/** Ones, tens, hundred and ten thousand of Ethiopic: no places, each sign stands for what it is worth. */
const ETHIOPIC = /[\u1369-\u137c]+/gu;

/** Digits of any script as Latin ones: Burmese, Bengali, Khmer, Thai, Urdu and Amharic phones type their own. */
export const latinDigits = (text: string): string =>
  text
    .replace(ETHIOPIC, (number) => String(ethiopicValue(number)))
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));

/** Every script's ten digits stand in a row, and no two rows touch at other than multiples of ten (Unicode 4.6). */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** Such as ፲፱፻፺፰: nineteen hundreds, ninety and eight. */
function ethiopicValue(number: string): number {
  let [sum, open] = [0, 0];
  for (const sign of number) {
    const at = sign.codePointAt(0)! - 0x1369;
    if (at < 9) open += at + 1;
    else if (at < 18) open += (at - 8) * 10;
    else {
      sum = (sum + (open || 1)) * (at === 18 ? 100 : 10_000);
      open = 0;
    }
  }
  return sum + open;
}
