import { Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';

export class NewClientRequest {
  @Text({ max: 80, example: 'Shelter registration desk' }) name: string;
  @Id({ optional: true, description: 'Needed by who works for several posts.' }) postId?: string;
}

export class ClientResponse {
  @Id() id: string;
  @Text({ max: 80, example: 'Shelter registration desk' }) name: string;
  @Flag() active: boolean;
  @Instant() createdAt: string;
}

export class NewClientResponse extends ClientResponse {
  @Text({ max: 32, example: 'GkCjT0zWb1c3p9jvJ0m3XQ', description: 'Shown once.' }) secret: string;
}

export class ClientList {
  @Listed(() => ClientResponse) items: ClientResponse[];
}
