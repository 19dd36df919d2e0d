// SPDX-License-Identifier: EUPL-1.2
package tessera.interop;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;

/**
 * Reads one JSON object a line and answers with one line each. All bytes are base64.
 *
 * <p>To judge: {@code {"file", "at", "trusted": [certificate], "crls": [list]}}. Answer: indication,
 * subIndication, level, signingTime, bestTime, timeStamps, messages; or {@code {"error"}} where DSS
 * takes the file for no signature.
 *
 * <p>To seal: {@code {"payload", "at", "form", "unencoded", "key": PKCS#8, "chain": [certificate]}},
 * and for a time stamp {@code "stampKey", "stampCertificate"}. Answer: {@code {"file"}}.
 */
public final class Judge {
  private Judge() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Map<String, Object> answer;
      try {
        Map<String, Object> request = JsonUtil.parseJson(line);
        answer = request.containsKey("payload") ? seal(request) : judge(request);
      } catch (Exception | Error problem) {
        answer = new LinkedHashMap<>();
        answer.put("error", String.valueOf(problem));
      }
      out.println(JsonUtil.toJson(answer));
    }
  }

  private static Map<String, Object> judge(Map<String, Object> request) throws Exception {
    DSSDocument file = new InMemoryDocument(bytes(request.get("file")), "seal.json");
    SignedDocumentValidator validator = Library.open(file, trusted(request), lists(request));
    validator.setValidationTime(time(request));
    SimpleReport report = validator.validateDocument().getSimpleReport();
    Map<String, Object> answer = new LinkedHashMap<>();
    List<String> signatures = report.getSignatureIdList();
    answer.put("signatures", signatures.size());
    if (signatures.isEmpty()) return answer;
    String id = signatures.get(0);
    answer.put("indication", String.valueOf(report.getIndication(id)));
    answer.put("subIndication", textOf(report.getSubIndication(id)));
    answer.put("level", String.valueOf(report.getSignatureFormat(id)));
    answer.put("signingTime", instantOf(report.getSigningTime(id)));
    answer.put("bestTime", instantOf(report.getBestSignatureTime(id)));
    List<String> stamps = new ArrayList<>();
    report.getSignatureTimestamps(id).forEach(one -> stamps.add(String.valueOf(one.getIndication())));
    answer.put("timeStamps", stamps);
    List<String> messages = new ArrayList<>();
    for (Message message : report.getAdESValidationErrors(id)) messages.add(message.getValue());
    for (Message message : report.getAdESValidationWarnings(id)) messages.add(message.getValue());
    answer.put("messages", messages);
    return answer;
  }

  private static Map<String, Object> seal(Map<String, Object> request) throws Exception {
    List<CertificateToken> chain = new ArrayList<>();
    for (Object one : list(request, "chain")) chain.add(DSSUtils.loadCertificate(bytes(one)));
    JAdESSignatureParameters parameters = new JAdESSignatureParameters();
    boolean stamped = request.containsKey("stampKey");
    parameters.setSignatureLevel(
        stamped ? SignatureLevel.JAdES_BASELINE_T : SignatureLevel.JAdES_BASELINE_B);
    parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
    parameters.setJwsSerializationType(
        JWSSerializationType.valueOf(String.valueOf(request.get("form"))));
    parameters.setBase64UrlEncodedPayload(!Boolean.TRUE.equals(request.get("unencoded")));
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(chain.get(0));
    parameters.setCertificateChain(chain);
    parameters.bLevel().setSigningDate(time(request));

    JAdESService service = Library.sealer(trusted(request), lists(request));
    if (stamped) {
      service.setTspSource(
          Library.stamps(
              keyOf(request.get("stampKey")),
              DSSUtils.loadCertificate(bytes(request.get("stampCertificate"))),
              time(request)));
    }
    DSSDocument payload = new InMemoryDocument(bytes(request.get("payload")), "content.json");
    byte[] input = service.getDataToSign(payload, parameters).getBytes();
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(keyOf(request.get("key")));
    signer.update(input);
    SignatureValue value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signer.sign());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    service.signDocument(payload, parameters, value).writeTo(written);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("file", Base64.getEncoder().encodeToString(written.toByteArray()));
    return answer;
  }

  private static PrivateKey keyOf(Object text) throws Exception {
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes(text)));
  }

  private static CommonTrustedCertificateSource trusted(Map<String, Object> request) {
    CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
    for (Object one : list(request, "trusted")) {
      source.addCertificate(DSSUtils.loadCertificate(bytes(one)));
    }
    return source;
  }

  private static ExternalResourcesCRLSource lists(Map<String, Object> request) {
    return new ExternalResourcesCRLSource(
        list(request, "crls").stream()
            .map(one -> (DSSDocument) new InMemoryDocument(bytes(one)))
            .toArray(DSSDocument[]::new));
  }

  private static List<?> list(Map<String, Object> request, String name) {
    return request.get(name) instanceof List<?> list ? list : List.of();
  }

  private static byte[] bytes(Object text) {
    return Base64.getDecoder().decode(String.valueOf(text));
  }

  private static Date time(Map<String, Object> request) {
    return Date.from(Instant.parse(String.valueOf(request.get("at"))));
  }

  private static String textOf(Object value) {
    return value == null ? null : value.toString();
  }

  private static String instantOf(Date value) {
    return value == null ? null : value.toInstant().toString();
  }
}
