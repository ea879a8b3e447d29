import { Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { messageFaults, MessageSettings } from './message-settings.js';
import { isNetwork } from './networks.js';
import { number } from './number.js';
import { readSettings, type Settings } from './read-settings.js';

const KEY_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;
const list = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean)
      : value,
  );

/**
 * Every variable of the environment that the service reads, checked together. What runs before it or beside it (`npm start`,
 * the signer, programs on the command line) reads a few of its own.
 */
export class Environment extends MessageSettings {
  @IsIn(['production', 'demonstration', 'test'])
  NODE_ENV: 'production' | 'demonstration' | 'test' = 'demonstration';

  /** Which work this process does: answer requests, run background jobs, or both. */
  @IsIn(['app', 'worker', 'both'])
  ROLE: 'app' | 'worker' | 'both' = 'both';

  @IsString() HOST = '127.0.0.1';
  @number() @IsInt() @Min(0) @Max(65535) PORT = 3000;

  /** Address by which people reach the service; printed into QR codes and documents. */
  @Matches(/^https?:\/\//)
  @IsUrl({ require_tld: false, protocols: ['http', 'https'] })
  PUBLIC_URL = 'http://localhost:3000';

  @Matches(/^postgres(ql)?:\/\//) DATABASE_URL: string;
  @number() @IsInt() @Min(2) @Max(200) DATABASE_POOL = 16;

  /** 32 bytes, base64: wraps every person's key and derives the blind indexes. Losing it loses the data. */
  @Matches(KEY_32_BYTES) MASTER_KEY: string;
  /** 32 bytes, base64: signs access tokens. */
  @Matches(KEY_32_BYTES) TOKEN_KEY: string;

  /** Whether staff must have a second factor, or may; everybody must in production. See docs/decisions/0034. */
  @IsOptional() @IsIn(['required', 'offered']) SECOND_FACTOR: 'required' | 'offered';

  /** Folder with the document signer's key and certificates, and the passphrase that opens it: not ours to know where a signer runs by itself. */
  @IsString() DOCUMENT_KEYS: string;
  @ValidateIf(({ DOCUMENT_SIGNER }: Environment) => DOCUMENT_SIGNER === undefined)
  @IsString()
  @MinLength(16)
  DOCUMENT_KEYS_PASSPHRASE: string;
  /** The socket of a signer that runs by itself; without one the service starts its own, with the passphrase above. */
  @IsOptional() @IsString() DOCUMENT_SIGNER?: string;
  /** How modest the process is that draws documents: 0 as the service itself, 19 after everyone else. */
  @number() @IsInt() @Min(0) @Max(19) DRAWING_NICENESS = 19;

  /** The citizen registry at home, without a path; nobody is asked about where it is not given. See docs/decisions/0020. */
  @IsOptional() @IsUrl({ require_tld: false, protocols: ['http', 'https'] }) REGISTRY_URL?: string;
  @IsOptional() @IsString() @MinLength(16) REGISTRY_TOKEN?: string;
  @number() @IsInt() @Min(50) @Max(60_000) REGISTRY_TIMEOUT_MS = 5000;

  /** Addresses or networks of proxies whose X-Forwarded-For is believed, comma-separated. */
  @list() @IsString({ each: true }) TRUSTED_PROXIES: string[] = [];
  /** Requests a minute to one route of this process from one address without a token. A shelter shares one address: keep it generous. */
  @number() @IsInt() @Min(1) RATE_LIMIT_ADDRESS = 600;
  /** Requests a minute of one session (staff, device, API client, person). */
  @number() @IsInt() @Min(1) RATE_LIMIT_SESSION = 30_000;

  /** People whose details one member of staff is shown within 24 hours. */
  @number() @IsInt() @Min(1) CASES_A_DAY = 200;
  /** People whose document one member of staff decides on or prints within 24 hours; more in demonstrations, which play several days in one. */
  @IsOptional() @number() @IsInt() @Min(1) DOCUMENTS_A_DAY: number;

  /** Requests worked on at once; more are refused with 503 and told when to come again. */
  @number() @IsInt() @Min(4) MOST_AT_ONCE = 200;

  /** Seconds of a minute of the call plan: less only where a demonstration plays its days quicker, see docs/decisions/0028. */
  @number() @IsNumber() @Min(0.25) @Max(60) PLAN_MINUTE_SECONDS = 60;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent']) LOG_LEVEL: string = 'info';
}

/** Thrown with every fault of the environment at once, a line each. Never carries a value. */
export class EnvironmentFaults extends Error {
  constructor(readonly faults: string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'EnvironmentFaults';
  }
}

/** What is wrong with the service's variables; nothing where they are usable. */
export function inspectEnvironment(env: NodeJS.ProcessEnv): Settings<Environment> {
  const { values, faults } = readSettings(Environment, env);
  faults.push(...messageFaults(values));
  if (!values.TRUSTED_PROXIES.every(isNetwork))
    faults.push('TRUSTED_PROXIES takes addresses and networks, such as 10.0.0.0/8, with commas between');
  values.DOCUMENTS_A_DAY ??= values.NODE_ENV === 'production' ? 2000 : 20_000;
  values.SECOND_FACTOR ??= values.NODE_ENV === 'production' ? 'required' : 'offered';
  if (values.NODE_ENV === 'production') {
    if (!values.PUBLIC_URL.startsWith('https:'))
      faults.push('PUBLIC_URL must be an https address in production');
    if (values.REGISTRY_URL !== undefined && !values.REGISTRY_URL.startsWith('https:'))
      faults.push('REGISTRY_URL must be an https address in production');
    if (values.PLAN_MINUTE_SECONDS !== 60) faults.push('PLAN_MINUTE_SECONDS must be 60 in production');
    if (values.SECOND_FACTOR === 'offered') faults.push('SECOND_FACTOR must be required in production');
  }
  return { values, faults };
}

/** Reads and checks the whole environment. @throws EnvironmentFaults naming every variable at fault. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const { values, faults } = inspectEnvironment(env);
  if (faults.length > 0) throw new EnvironmentFaults(faults);
  return values;
}
