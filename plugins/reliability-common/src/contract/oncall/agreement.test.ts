import { z } from 'zod';
import {
  CoverageGap,
  CoverState,
  Handover,
  KnownRotation,
  LevelNow,
  OncallDifference,
  OncallFinding,
  OncallFindingCode,
  OncallLoad,
  OncallShift,
  Rotation,
  RotationKind,
  RotationSize,
  ShiftSource,
  TierContract,
} from '../../core';
import { oncallLoadSchema } from './directory';
import {
  oncallContractSchema,
  oncallMirrorResponseSchema,
  rotationSizeSchema,
  serviceOncallResponseSchema,
} from './service';
import {
  coverageGapSchema,
  coverStateSchema,
  gapCertaintySchema,
  levelNowSchema,
  oncallFindingCodeSchema,
  oncallFindingSchema,
  oncallSpanSchema,
  rotationKindSchema,
  shiftSourceSchema,
} from './vocabulary';

/** Fails to compile where the two do not hold the same words. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;

type Keys<S extends z.ZodType> = keyof z.infer<S>;

type Mirror = z.infer<typeof oncallMirrorResponseSchema>;
type Service = z.infer<typeof serviceOncallResponseSchema>;

it('the contract uses the words of the core', () => {
  const same: [
    Same<z.infer<typeof rotationKindSchema>, RotationKind>,
    Same<z.infer<typeof shiftSourceSchema>, ShiftSource>,
    Same<z.infer<typeof coverStateSchema>, CoverState>,
    Same<z.infer<typeof gapCertaintySchema>, Rotation['gaps']>,
    Same<z.infer<typeof oncallFindingCodeSchema>, OncallFindingCode>,
    Same<
      z.infer<typeof oncallFindingSchema>['severity'],
      OncallFinding['severity']
    >,
    Same<Keys<typeof oncallFindingSchema>, keyof OncallFinding>,
    Same<Keys<typeof levelNowSchema>, keyof LevelNow>,
    Same<Keys<typeof coverageGapSchema>, keyof CoverageGap | 'required'>,
    Same<keyof Service['cover']['handovers'][number], keyof Handover>,
    Same<z.infer<typeof rotationSizeSchema>, RotationSize>,
    Same<Keys<typeof oncallLoadSchema>, keyof OncallLoad>,
    Same<keyof Mirror['differences'][number], keyof OncallDifference>,
    Same<Mirror['differences'][number]['kind'], OncallDifference['kind']>,
    Same<
      Exclude<Keys<typeof oncallSpanSchema>, 'from' | 'to'>,
      Exclude<keyof OncallShift, 'start' | 'end'>
    >,
    Same<
      NonNullable<z.infer<typeof oncallContractSchema>['coverage']>,
      NonNullable<NonNullable<TierContract['oncall']>['coverage']>
    >,
    Same<KnownRotation['ref']['kind'], Service['rotations'][number]['kind']>,
  ] = [
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
  ];
  expect(same).toHaveLength(17);
});
