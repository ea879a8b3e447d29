import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../../platform/auth/roles.js';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') username: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text') role: StaffRole;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('boolean', { name: 'password_owed' }) passwordOwed: boolean;
  @Column('timestamptz', { name: 'password_changed_at', nullable: true }) passwordChangedAt: Date | null;
  @Column('boolean') active: boolean;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'second_factor_reset_at', nullable: true }) secondFactorResetAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
