import { useApi } from '@backstage/core-plugin-api';
import type {
  RouteInput,
  RouteName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { saveTextFile } from '../utils/textFile';
import { useAction } from './useAction';

const TYPES = {
  csv: 'text/csv',
  md: 'text/markdown',
  html: 'text/html',
} as const;

export type ExportFormat = keyof typeof TYPES;

/** Hands what a route answers to the browser as a file; `run` takes the format and the name without its ending. */
export function useExport<Name extends RouteName>(
  route: Name,
  input: RouteInput<Name>,
) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify(input);
  const save = useCallback(
    async (format: ExportFormat, name: string) =>
      saveTextFile(
        `${name}.${format}`,
        await api.callText(route, JSON.parse(key) as RouteInput<Name>, format),
        TYPES[format],
      ),
    [api, route, key],
  );
  return useAction(save);
}
