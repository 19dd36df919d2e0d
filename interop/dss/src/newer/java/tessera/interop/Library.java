// SPDX-License-Identifier: EUPL-1.2
package tessera.interop;

import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;

/** What DSS calls otherwise from 6.1 on. Nothing is looked up outside: no AIA, no OCSP, no network. */
final class Library {
  private Library() {}

  static SignedDocumentValidator open(DSSDocument file, CertificateSource trusted, ExternalResourcesCRLSource lists) {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(trusted);
    verifier.setCrlSource(lists);
    SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(file);
    validator.setCertificateVerifier(verifier);
    return validator;
  }

  static JAdESService sealer(CertificateSource trusted, ExternalResourcesCRLSource lists) {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(trusted);
    verifier.setCrlSource(lists);
    return new JAdESService(verifier);
  }
}
