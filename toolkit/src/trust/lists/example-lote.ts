// For tests only: a list of trusted entities as an alliance would write it (ETSI TS 119 602).

import { base64 } from '../../read/base64.ts'
import { authority } from '../x509/example-authority.ts'

export const en = (value: string) => [{ lang: 'en', value }]
const page = [{ lang: 'en', uriValue: 'https://alliance.example/trust' }]
const address = [{ lang: 'en', StreetAddress: 'Calle Mayor 1', Country: 'ES' }]
export const issuing = 'https://alliance.example/SvcType/MicroCredential/Issuance'
export const notified = 'http://uri.etsi.org/19602/PubEAAProvidersList/SvcStatus/notified'
export const withdrawn = 'http://uri.etsi.org/19602/PubEAAProvidersList/SvcStatus/withdrawn'
export const did = 'did:web:uni.example'

type Members = Readonly<Record<string, unknown>>

export function service(over: Members = {}, more: Members = {}): Members {
  return {
    ServiceInformation: {
      ServiceName: en('Issuing of micro-credentials'),
      ServiceTypeIdentifier: issuing,
      ServiceStatus: notified,
      StatusStartingTime: '2026-01-01T00:00:00Z',
      ServiceDigitalIdentity: {
        X509Certificates: [{ val: base64(authority.certificate) }],
        OtherIds: [did, 'https://uni.example', 'ES ZARAGOZ01'],
      },
      ...over,
    },
    ...more,
  }
}

export function listOf(
  services: readonly Members[],
  about: Members = {},
  scheme: Members = {},
): object {
  return {
    LoTE: {
      ListAndSchemeInformation: {
        LoTEVersionIdentifier: 1,
        LoTESequenceNumber: 7,
        SchemeOperatorName: en('Example Alliance'),
        SchemeName: en('Universities of the Example Alliance'),
        ListIssueDateTime: '2026-03-02T00:00:00Z',
        NextUpdate: '2026-09-02T00:00:00Z',
        ...scheme,
      },
      TrustedEntitiesList: [
        {
          TrustedEntityInformation: {
            TEName: en('University of Nowhere'),
            TETradeName: en('VATES-A00000000'),
            TEAddress: { TEPostalAddress: address, TEElectronicAddress: page },
            TEInformationURI: page,
            ...about,
          },
          TrustedEntityServices: services,
        },
      ],
    },
  }
}
