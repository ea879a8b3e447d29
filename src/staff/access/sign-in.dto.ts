import { ROLES, type Role } from '../../platform/auth/roles.js';
import { Choice, Count, Id, Text, Texts } from '../../platform/http/fields.js';

const REFRESH_TOKEN = 'GkCjT0zWb1c3p9jvJ0m3XQxV1nB8sKq2Lw5tYd7RfHgA';

export class SignInRequest {
  @Text({ max: 64, example: 'officer' }) username: string;
  @Text({ max: 200, example: 'seven quiet herons crossing' }) password: string;
}

export class RenewRequest {
  @Text({ max: 64, example: REFRESH_TOKEN }) refreshToken: string;
}

export class ClientSignInRequest {
  @Text({ max: 64, example: 'GkCjT0zWb1c3p9jvJ0m3XQ' }) secret: string;
}

export class TokensResponse {
  @Text({ max: 1000, example: 'eyJhbGciOiJIUzI1NiJ9.eyJzaWQiOiIwMTkifQ.c2lnbmF0dXJl' }) accessToken: string;
  @Count({ example: 600, description: 'Seconds.' }) expiresIn: number;
  @Text({
    max: 64,
    example: REFRESH_TOKEN,
    description:
      'Works once; for 30 seconds more it is answered with the same next one, unless that was used.',
  })
  refreshToken: string;
}

export class SessionResponse {
  @Choice(ROLES) role: Role;
  @Id() id: string;
  @Texts({ max: 36, maxItems: 50, example: ['01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11'] }) posts: string[];
}
