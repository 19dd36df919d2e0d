// SPDX-License-Identifier: EUPL-1.2
package tessera.interop;

import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.PrivateKey;
import java.util.Date;

/** What DSS calls otherwise up to 6.0. Nothing is looked up outside: no AIA, no OCSP, no network. */
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

  /** Not every older release has an authority of its own. */
  static TSPSource stamps(PrivateKey key, CertificateToken certificate, Date now) {
    throw new UnsupportedOperationException("time stamps are made by the newest release");
  }
}
