import { type EntityManager, QueryFailedError } from 'typeorm';

/** When it is safe to write: minutes of the day in the recipient's time zone. `from` after `to` spans midnight. */
export interface SafeHours {
  from: number;
  to: number;
}

/** How somebody may be reached now. Held in memory while a message is sent, never stored here. */
export interface Recipient {
  /** The safe channel the person chose; `none` where there is none. */
  channel: 'sms' | 'email' | 'none';
  /** E.164 or an e-mail address; empty where the channel is `none`. */
  address: string;
  /** A catalogue's tag such as `id`. */
  language: string;
  /** Absent where any hour is safe. */
  safeHours?: SafeHours;
  /** IANA name, such as `Asia/Phnom_Penh`: of the hours above and of times in the text. */
  timeZone: string;
  /** Whether the person agrees to be written to at all, and has not withdrawn. */
  consents: boolean;
}

/**
 * Who a recipient is. Messages know ids only; the stage that keeps contact details implements this port and is provided
 * under this class as token. Asked again at each attempt, so a change of channel or consent counts at once.
 */
export abstract class RecipientDirectory {
  /** @returns null where nobody has this id, or the person has been erased */
  abstract resolve(tx: EntityManager, recipientId: string): Promise<Recipient | null>;

  /** The same for one of many: whose details cannot be opened keeps nobody else waiting; a database that fails does. */
  async resolveOne(tx: EntityManager, recipientId: string): Promise<Recipient | null> {
    try {
      return await this.resolve(tx, recipientId);
    } catch (error) {
      if (error instanceof QueryFailedError) throw error;
      return null;
    }
  }
}
