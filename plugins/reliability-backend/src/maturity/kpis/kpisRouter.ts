import { Endpoint } from '../../http/endpoint';

export interface KpisApi {}

/** The routes of the figures of a reliability programme, and its risks. */
export function addKpisRoutes(_on: Endpoint, _services: KpisApi): void {}
