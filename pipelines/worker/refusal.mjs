/** A request that cannot be met and says why: it goes back as an answer. Any other exception is a fault of ours. */
export class Refusal extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
