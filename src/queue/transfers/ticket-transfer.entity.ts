import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person handed over from one counter, with what the next officer should know. */
@Entity('ticket_transfer')
export class TicketTransfer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'ticket_id' }) ticketId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** Whose key the note is sealed under, also after cases were merged. */
  @Column('uuid', { name: 'registration_id' }) registrationId: string;
  @Column('uuid', { name: 'transferred_by' }) transferredBy: string;
  @Column('timestamptz', { name: 'transferred_at' }) transferredAt: Date;
  @Column('uuid', { name: 'counter_session_id' }) counterSessionId: string;
  @Column('text', { name: 'needs_before', array: true }) needsBefore: string[];
  @Column('uuid', { name: 'counter_before', nullable: true }) counterBefore: string | null;
  @Column('uuid', { name: 'service_before', nullable: true }) serviceBefore: string | null;
  @Column('bytea', { name: 'note_sealed', nullable: true }) noteSealed: Buffer | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
}
