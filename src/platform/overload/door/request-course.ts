import { readHead, type RequestHead } from './request-head.js';

/** Where one connection stands between its requests, for as long as that is certain. Pure. */
export class RequestCourse {
  /** Requests that have begun. */
  begun = 0;
  private certain = true;
  /** Bytes of the present request that are still to come. */
  private left = 0;

  /** Follows what comes next. @returns the head of a request that came whole and alone */
  follow(bytes: Buffer): RequestHead | undefined {
    if (!this.certain) return undefined;
    const begins = this.left === 0;
    const head = begins ? readHead(bytes) : undefined;
    this.left = (begins ? (head?.length ?? -1) : this.left) - bytes.length;
    this.certain = this.left >= 0;
    if (!this.certain) return undefined;
    if (begins) this.begun += 1;
    return begins && this.left === 0 ? head : undefined;
  }

  /** The request that just came goes no further. */
  takeBack(): void {
    this.begun -= 1;
  }
}
