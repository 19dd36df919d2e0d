// SPDX-License-Identifier: EUPL-1.2
package tessera.interop;

import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.PrivateKey;
import java.util.Date;
import java.util.List;

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

  /** An authority that stamps with a key at hand. */
  static TSPSource stamps(PrivateKey key, CertificateToken certificate, Date now) {
    KeyEntityTSPSource source = new KeyEntityTSPSource(key, certificate, List.of(certificate));
    source.setProductionTime(now);
    source.setTsaPolicy("1.2.3.4");
    return source;
  }
}
