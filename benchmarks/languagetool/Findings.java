import java.nio.file.Files;
import java.nio.file.Path;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/** Prints what LanguageTool's rules for simple German find: file, rule, start, end. */
public class Findings {
  public static void main(String[] files) throws Exception {
    var tool = new JLanguageTool(Languages.getLanguageForShortCode("de-DE-x-simple-language"));
    for (String file : files) {
      String text = Files.readString(Path.of(file));
      for (RuleMatch match : tool.check(text)) {
        System.out.printf(
            "%s\t%s\t%d\t%d%n",
            Path.of(file).getFileName(),
            match.getRule().getId(),
            text.codePointCount(0, match.getFromPos()),
            text.codePointCount(0, match.getToPos()));
      }
    }
  }
}
