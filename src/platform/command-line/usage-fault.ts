/** The person at the command line asked for something that cannot be done; the message says what and is shown alone. */
export class UsageFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageFault';
  }
}
