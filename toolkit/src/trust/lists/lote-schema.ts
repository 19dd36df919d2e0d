// The form of a list of trusted entities (ETSI TS 119 602 V1.1.1, JSON binding): the same members, texts and counts
// as the standard's own JSON Schema, no others.

import { z } from 'zod'

const text = z.string().max(4_000)
const uri = z
  .string()
  .max(2_000)
  .regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/, 'Not an address')
const time = z.iso.datetime({ offset: true })
const inLanguage = z.strictObject({ lang: z.string().max(40), value: text })
const texts = z.tuple([inLanguage], inLanguage)
const address = z.strictObject({ lang: z.string().max(40), uriValue: uri })
const addresses = z.array(address).min(1)
/** Free content; one that is marked critical must be understood, and here none is. */
const extensions = z.array(z.unknown()).min(1)

const postalAddresses = z
  .array(
    z.strictObject({
      lang: z.string().max(40),
      StreetAddress: text,
      Locality: text.optional(),
      StateOrProvince: text.optional(),
      PostalCode: text.optional(),
      Country: text,
    }),
  )
  .min(1)

const identitySchema = z.strictObject({
  X509Certificates: z
    .array(
      z.strictObject({
        encoding: uri.optional(),
        specRef: text.optional(),
        val: z.string().max(30_000),
      }),
    )
    .min(1)
    .optional(),
  X509SubjectNames: z.array(text).min(1).optional(),
  PublicKeyValues: z.array(z.record(z.string(), z.unknown())).min(1).optional(),
  X509SKIs: z.array(text).min(1).optional(),
  OtherIds: z.array(text).min(1).optional(),
})

/** Read, and not followed. */
const pointerSchema = z.strictObject({
  LoTELocation: uri,
  ServiceDigitalIdentities: z.array(identitySchema).min(1),
  LoTEQualifiers: z
    .array(
      z.strictObject({
        LoTEType: uri,
        SchemeOperatorName: texts,
        SchemeTypeCommunityRules: addresses.optional(),
        SchemeTerritory: z.string().length(2).optional(),
        MimeType: text,
      }),
    )
    .min(1),
})

const serviceSchema = z.strictObject({
  ServiceName: texts,
  ServiceDigitalIdentity: identitySchema,
  ServiceTypeIdentifier: uri.optional(),
  ServiceStatus: uri.optional(),
  StatusStartingTime: time.optional(),
  SchemeServiceDefinitionURI: addresses.optional(),
  ServiceSupplyPoints: z
    .array(z.strictObject({ ServiceType: uri.optional(), uriValue: uri }))
    .min(1)
    .optional(),
  ServiceDefinitionURI: addresses.optional(),
  ServiceInformationExtensions: extensions.optional(),
})

const pastServiceSchema = z.strictObject({
  ServiceName: texts,
  ServiceDigitalIdentity: identitySchema,
  ServiceStatus: uri,
  StatusStartingTime: time,
  ServiceTypeIdentifier: uri.optional(),
  ServiceInformationExtensions: extensions.optional(),
})

const entitySchema = z.strictObject({
  TrustedEntityInformation: z.strictObject({
    TEName: texts,
    TETradeName: texts.optional(),
    TEAddress: z.strictObject({
      TEPostalAddress: postalAddresses,
      TEElectronicAddress: addresses,
    }),
    TEInformationURI: addresses,
    TEInformationExtensions: extensions.optional(),
  }),
  TrustedEntityServices: z
    .array(
      z.strictObject({
        ServiceInformation: serviceSchema,
        ServiceHistory: z.array(pastServiceSchema).min(1).optional(),
      }),
    )
    .min(1),
})

export const loteSchema = z.strictObject({
  LoTE: z.strictObject({
    ListAndSchemeInformation: z.strictObject({
      LoTEVersionIdentifier: z.literal(1),
      LoTESequenceNumber: z.int().min(1),
      LoTEType: uri.optional(),
      SchemeOperatorName: texts,
      SchemeOperatorAddress: z
        .strictObject({
          SchemeOperatorPostalAddress: postalAddresses,
          SchemeOperatorElectronicAddress: addresses,
        })
        .optional(),
      SchemeName: texts.optional(),
      SchemeInformationURI: addresses.optional(),
      StatusDeterminationApproach: uri.optional(),
      SchemeTypeCommunityRules: addresses.optional(),
      SchemeTerritory: z.string().length(2).optional(),
      PolicyOrLegalNotice: z
        .union([
          z.array(z.looseObject({ LoTEPolicy: address })).min(1),
          z.array(z.looseObject({ LoTELegalNotice: text })).min(1),
        ])
        .optional(),
      HistoricalInformationPeriod: z.int().optional(),
      PointersToOtherLoTE: z.array(pointerSchema).min(1).optional(),
      ListIssueDateTime: time,
      NextUpdate: time,
      DistributionPoints: z.array(uri).min(1).optional(),
      SchemeExtensions: extensions.optional(),
    }),
    TrustedEntitiesList: z.array(entitySchema).min(1).max(5_000).optional(),
  }),
})

export type Lote = z.output<typeof loteSchema>['LoTE']
export type TrustedEntity = z.output<typeof entitySchema>
export type TrustedService = TrustedEntity['TrustedEntityServices'][number]
export type ServiceIdentity = z.output<typeof identitySchema>
