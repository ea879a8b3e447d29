import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsJSON,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { number } from './number.js';

/** How messages leave: by which gateways, at what price, and how many at most. */
export class MessageSettings {
  /** `demonstration` sends nothing and shows what it would have sent. Not given: that in a demonstration, else `none`. */
  @IsOptional() @IsIn(['none', 'smpp', 'http', 'demonstration']) MESSAGES_SMS?:
    'none' | 'smpp' | 'http' | 'demonstration';
  @IsOptional() @IsIn(['none', 'smtp', 'demonstration']) MESSAGES_EMAIL?: 'none' | 'smtp' | 'demonstration';

  /** `smpp://` or, with TLS, `ssmpp://`; name and password in it. */
  @IsOptional() @Matches(/^s?smpp:\/\/[^:@/]+:[^@/]+@[^@/]+$/) SMPP_URL?: string;
  /** Who a text message is from. Never a name that says embassy. */
  @Matches(/^[A-Za-z0-9 ]{1,11}$|^\+\d{3,15}$/) SMS_SENDER = 'Info';
  /** How the gateway wants long messages: whole (`payload`) or in parts with a header (`parts`). */
  @IsIn(['payload', 'parts']) SMPP_LONG: 'payload' | 'parts' = 'payload';
  /** Messages that may be under way before the first is answered. */
  @number() @IsInt() @Min(1) @Max(500) SMPP_WINDOW = 20;

  @IsOptional() @Matches(/^https?:\/\//) SMS_HTTP_URL?: string;
  /** JSON whose texts may hold {to}, {text}, {from} and {id}. */
  @IsJSON() SMS_HTTP_BODY = '{"to":"{to}","from":"{from}","text":"{text}","reference":"{id}"}';
  /** JSON object of headers, such as `{"authorization":"Bearer …"}`. */
  @IsJSON() SMS_HTTP_HEADERS = '{}';
  /** Where the answer says the gateway's id, such as `messages.0.id`. */
  @IsString() SMS_HTTP_ID = 'id';
  /** Whether the gateway honours `Idempotency-Key`, so that a message may be handed over again after a doubt. */
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  SMS_HTTP_IDEMPOTENT: boolean = false;
  /** Signs what gateways report to us. */
  @IsOptional() @IsString() @MinLength(32) MESSAGES_SECRET?: string;

  @IsOptional() @Matches(/^smtps?:\/\//) SMTP_URL?: string;
  @IsEmail() SMTP_FROM = 'info@example.org';

  /** Price of one part of a text message, for the cost shown to supervisors. */
  @number() @IsNumber() @Min(0) @Max(100) SMS_PRICE = 0;
  @Matches(/^[A-Z]{3}$/) SMS_CURRENCY = 'USD';

  /** Of each gateway, over all processes. */
  @number() @IsInt() @Min(1) @Max(10_000) MESSAGES_PER_SECOND = 20;
  /** Of one post. */
  @number() @IsInt() @Min(1) MESSAGES_PER_HOUR = 3000;
  @number() @IsInt() @Min(1) MESSAGES_PER_DAY = 15_000;
  /** To one person. */
  @number() @IsInt() @Min(1) MESSAGES_TO_PERSON = 12;
}

/** What is missing for the gateways that were chosen. */
export function messageFaults(values: MessageSettings): string[] {
  const needed: [boolean, keyof MessageSettings][] = [
    [values.MESSAGES_SMS === 'smpp', 'SMPP_URL'],
    [values.MESSAGES_SMS === 'http', 'SMS_HTTP_URL'],
    [values.MESSAGES_SMS === 'http', 'MESSAGES_SECRET'],
    [values.MESSAGES_EMAIL === 'smtp', 'SMTP_URL'],
  ];
  return needed
    .filter(([chosen, name]) => chosen && values[name] === undefined)
    .map(([, name]) => `${name} is missing for the way messages are sent`);
}
