// Checks PDF files against a profile of veraPDF: java -cp 'LIBRARIES/*' VeraPdf.java PROFILE FILE...
// Says "PASS FILE" or "FAIL FILE", then each broken rule once with how often it is broken.
// Exit status: 0 all pass, 1 some do not.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        var profile = PDFAFlavour.byFlavourId(arguments[0]);
        boolean allPass = true;
        for (int i = 1; i < arguments.length; i++) {
            var broken = new TreeMap<String, Integer>();
            try (InputStream stream = new FileInputStream(arguments[i]);
                 var parser = Foundries.defaultInstance().createParser(stream, profile);
                 var validator = Foundries.defaultInstance().createValidator(profile, false)) {
                ValidationResult result = validator.validate(parser);
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
                    var rule = assertion.getRuleId();
                    broken.merge(rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage(), 1, Integer::sum);
                }
                if (!result.isCompliant() && broken.isEmpty()) broken.put("not compliant", 1);
            } catch (Exception e) {
                broken.put("cannot be read: " + e.getMessage(), 1);
            }
            System.out.println((broken.isEmpty() ? "PASS " : "FAIL ") + arguments[i]);
            for (Map.Entry<String, Integer> rule : broken.entrySet())
                System.out.println("  " + rule.getValue() + " × " + rule.getKey());
            allPass &= broken.isEmpty();
        }
        System.exit(allPass ? 0 : 1);
    }
}
