export const GATEWAYS = ['smpp', 'http', 'smtp', 'demonstration'] as const;
export type Gateway = (typeof GATEWAYS)[number];
export type Channel = 'sms' | 'email';
