import { Count, Id, Instant, Listed, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/keyset.js';

export class AuditQuery extends PageQuery {
  @Id({ optional: true, description: 'Only events about this subject (a registration, a document).' })
  subject?: string;
  @Id({ optional: true, description: 'Only events by this account, device or client.' }) actor?: string;
}

export class AuditEventResponse {
  @Id() id: string;
  @Instant() at: string;
  @Text({ max: 40, example: 'officer' }) actorRole: string;
  @Id({ nullable: true }) actorId: string | null;
  @Text({ max: 60, example: 'identity.decided' }) action: string;
  @Text({ max: 40, example: 'registration' }) subjectKind: string;
  @Id({ nullable: true }) subjectId: string | null;
  @Text({ max: 2000, example: '{"outcome":"verified"}', description: 'Codes and numbers, as JSON text.' })
  detail: string;
}

export class AuditEventPage {
  @Listed(() => AuditEventResponse) items: AuditEventResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

export class ChainFault {
  @Count({ nullable: true, example: 17 }) sequence: number | null;
  @Text({ max: 60, example: 'event or link changed' }) fault: string;
}

export class ChainState {
  @Count({ example: 1024 }) linked: number;
  @Text({
    max: 64,
    nullable: true,
    example: '9f86d081884c7d65',
    description: 'SHA-256 of the newest link, hexadecimal.',
  })
  head: string | null;
  @Nested(() => ChainFault, { array: true, max: 100 }) faults: ChainFault[];
}
