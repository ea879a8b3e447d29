/** What was asked for was understood and could not be done; the message says why in a sentence and is shown alone. */
export class CommandFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandFault';
  }
}
