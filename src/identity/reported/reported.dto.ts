import { Count, Id, Instant } from '../../platform/http/fields.js';

/** The list that counts: the one that was read in last. */
export class ReportedListResponse {
  @Count({ example: 1204, description: 'Papers on it.' }) papers: number;
  @Id({ nullable: true, description: 'Null where none was read in yet.' }) importedBy: string | null;
  @Instant({ nullable: true }) importedAt: string | null;
}
