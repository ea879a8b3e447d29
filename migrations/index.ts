import { Ground1764000000001 } from './1764000000001-ground.js';
import { Posts1764000000002 } from './1764000000002-posts.js';
import { Staff1764000000003 } from './1764000000003-staff.js';
import { Registrations1764000000004 } from './1764000000004-registrations.js';
import { TriageAndIdentity1764000000005 } from './1764000000005-triage-and-identity.js';
import { AppointmentsAndQueue1764000000006 } from './1764000000006-appointments-and-queue.js';
import { TravelDocuments1764000000007 } from './1764000000007-travel-documents.js';
import { Departures1764000000008 } from './1764000000008-departures.js';
import { Reports1764000000009 } from './1764000000009-reports.js';
import { Withdrawals1764000000010 } from './1764000000010-withdrawals.js';
import { SessionFamiliesAndCleanUp1764000000011 } from './1764000000011-session-families-and-clean-up.js';
import { Duplicates1764000000012 } from './1764000000012-duplicates.js';
import { FullerRegistrations1764000000013 } from './1764000000013-fuller-registrations.js';
import { Notifications1764000000014 } from './1764000000014-notifications.js';
import { DocumentPortraits1764000000015 } from './1764000000015-document-portraits.js';
import { IdentityByTwo1764000000016 } from './1764000000016-identity-by-two.js';
import { JobOutbox1764000000017 } from './1764000000017-job-outbox.js';
import { BulkIntake1764000000018 } from './1764000000018-bulk-intake.js';
import { AppointmentsDepth1764000000019 } from './1764000000019-appointments-depth.js';
import { EndedSessions1764000000020 } from './1764000000020-ended-sessions.js';
import { BlanksAndLifecycle1764000000021 } from './1764000000021-blanks-and-lifecycle.js';
import { SkillsAndTransfers1764000000022 } from './1764000000022-skills-and-transfers.js';
import { BatchesAndFirstLots1764000000023 } from './1764000000023-batches-and-first-lots.js';
import { WaysAndReturnTimes1764000000025 } from './1764000000025-ways-and-return-times.js';
import { MergingWithdrawn1764000000026 } from './1764000000026-merging-withdrawn.js';
import { EndedCases1764000000027 } from './1764000000027-ended-cases.js';
import { Duress1764000000028 } from './1764000000028-duress.js';
import { ForcedErasures1764000000029 } from './1764000000029-forced-erasures.js';
import { ReceiptsOfRefusedApplications1764000000030 } from './1764000000030-receipts-of-refused-applications.js';
import { NamedAdults1764000000031 } from './1764000000031-named-adults.js';
import { ChosenRetention1764000000032 } from './1764000000032-chosen-retention.js';
import { JourneysInOrder1764000000033 } from './1764000000033-journeys-in-order.js';
import { SecondFactors1764000000034 } from './1764000000034-second-factors.js';
import { RunningAPost1764000000035 } from './1764000000035-running-a-post.js';
import { PortraitsLookedAt1764000000036 } from './1764000000036-portraits-looked-at.js';
import { OwnPasswords1764000000037 } from './1764000000037-own-passwords.js';
import { CalledInTurn1764000000039 } from './1764000000039-called-in-turn.js';
import { CasesOpened1764000000040 } from './1764000000040-cases-opened.js';
import { MasterKeyProof1764000000041 } from './1764000000041-master-key-proof.js';
import { TypedEvidence1764000000042 } from './1764000000042-typed-evidence.js';
import { Vouching1764000000043 } from './1764000000043-vouching.js';
import { ApprovedAsSeen1764000000044 } from './1764000000044-approved-as-seen.js';
import { CountersignedAccounts1764000000045 } from './1764000000045-countersigned-accounts.js';
import { WhereaboutsByTwo1764000000046 } from './1764000000046-whereabouts-by-two.js';
import { WhatTwoColumnsMean1764000000047 } from './1764000000047-what-two-columns-mean.js';
import { CountersignedByCode1764000000048 } from './1764000000048-countersigned-by-code.js';
import { SecondPersons1764000000050 } from './1764000000050-second-persons.js';
import { RenewedCodes1764000000051 } from './1764000000051-renewed-codes.js';
import { FurtherDocuments1764000000052 } from './1764000000052-further-documents.js';
import { SecondPersonsNotTied1764000000053 } from './1764000000053-second-persons-not-tied.js';
import { HotlineByTwo1764000000054 } from './1764000000054-hotline-by-two.js';
import { LimitsOfADay1764000000056 } from './1764000000056-limits-of-a-day.js';
import { AskedInTurn1764000000057 } from './1764000000057-asked-in-turn.js';
import { PeopleNotReports1764000000060 } from './1764000000060-people-not-reports.js';
import { OneTableOfOpenings1764000000061 } from './1764000000061-one-table-of-openings.js';
import { Breakdowns1764000000062 } from './1764000000062-breakdowns.js';
import { NoHeldBookings1764000000063 } from './1764000000063-no-held-bookings.js';

/** Every migration, in order. A merged migration is never edited. */
export const MIGRATIONS = [
  Ground1764000000001,
  Posts1764000000002,
  Staff1764000000003,
  Registrations1764000000004,
  TriageAndIdentity1764000000005,
  AppointmentsAndQueue1764000000006,
  TravelDocuments1764000000007,
  Departures1764000000008,
  Reports1764000000009,
  Withdrawals1764000000010,
  SessionFamiliesAndCleanUp1764000000011,
  Duplicates1764000000012,
  FullerRegistrations1764000000013,
  Notifications1764000000014,
  DocumentPortraits1764000000015,
  IdentityByTwo1764000000016,
  JobOutbox1764000000017,
  BulkIntake1764000000018,
  AppointmentsDepth1764000000019,
  EndedSessions1764000000020,
  BlanksAndLifecycle1764000000021,
  SkillsAndTransfers1764000000022,
  BatchesAndFirstLots1764000000023,
  WaysAndReturnTimes1764000000025,
  MergingWithdrawn1764000000026,
  EndedCases1764000000027,
  Duress1764000000028,
  ForcedErasures1764000000029,
  ReceiptsOfRefusedApplications1764000000030,
  NamedAdults1764000000031,
  ChosenRetention1764000000032,
  JourneysInOrder1764000000033,
  SecondFactors1764000000034,
  RunningAPost1764000000035,
  PortraitsLookedAt1764000000036,
  OwnPasswords1764000000037,
  CalledInTurn1764000000039,
  CasesOpened1764000000040,
  MasterKeyProof1764000000041,
  TypedEvidence1764000000042,
  Vouching1764000000043,
  ApprovedAsSeen1764000000044,
  CountersignedAccounts1764000000045,
  WhereaboutsByTwo1764000000046,
  WhatTwoColumnsMean1764000000047,
  CountersignedByCode1764000000048,
  SecondPersons1764000000050,
  RenewedCodes1764000000051,
  FurtherDocuments1764000000052,
  SecondPersonsNotTied1764000000053,
  HotlineByTwo1764000000054,
  LimitsOfADay1764000000056,
  AskedInTurn1764000000057,
  PeopleNotReports1764000000060,
  OneTableOfOpenings1764000000061,
  Breakdowns1764000000062,
  NoHeldBookings1764000000063,
];
