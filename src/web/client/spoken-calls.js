/**
 * Says numbers and counters in each of the board's languages for which this device has a voice, with the words that stand
 * above the columns. Digits one by one, as people read them off their tickets.
 * @param {readonly { number: string, counter: string }[]} calls
 */
export function speak(calls) {
  const [numbers, counters] = [...document.querySelectorAll('thead [data-turns]')].map((group) => [
    ...group.children,
  ]);
  const voices = speechSynthesis.getVoices().map(({ lang }) => lang.split(/[-_]/)[0]);
  for (const { number, counter } of calls)
    numbers.forEach((word, index) => {
      if (voices.length > 0 && !voices.includes(word.lang.split('-')[0])) return;
      const said = new SpeechSynthesisUtterance(
        `${word.textContent} ${[...number].join(' ')}. ${counters[index].textContent} ${counter}.`,
      );
      said.lang = word.lang;
      said.rate = 0.85;
      speechSynthesis.speak(said);
    });
}
