using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkflowAccountability.Browser.Tests.Pages;

/// <summary>
/// Words of the other language that were left on a page. On a Chinese page that is any word in Latin letters that is no name of a format or a key; on
/// an English one any text of the Chinese interface, while titles, names and clauses stay as they were written.
/// </summary>
internal static partial class Residue
{
    // Formats, keys, units and names that Chinese officials write in Latin letters too.
    private static readonly HashSet<string> known =
    [
        "PDF", "OFD", "Word", "Excel", "PowerPoint", "MB", "KB", "JSON", "CSV", "ICS", "XLSX", "Ctrl", "Enter", "Esc", "HTTPS", "SMTP", "Webhook", "PNG", "JPEG", "TXT",
        "PPT", "xlsx", "docx", "English", "ASCII", "UTF", "COD", "PM", "XML", "SHA",
    ];

    private static readonly Lazy<HashSet<string>> chinese = new(() => [.. Texts(typeof(Procedure.AccountabilityDb).Assembly), .. Texts(typeof(Web.AccountabilitySite).Assembly)]);

    public static async Task<IReadOnlyList<string>> OfAsync(IPage page, string language)
    {
        var texts = await page.EvaluateAsync<string[]>(Shown);
        return language == "en"
            ? [.. texts.Select(text => text.Trim()).Where(chinese.Value.Contains).Distinct()]
            : [.. texts.Where(text => Words().Matches(Digest().Replace(text, "")).Any(word => !known.Contains(word.Value))).Distinct()];
    }

    // What a person reads or hears, without what is marked as another language, ids, keys and what was typed.
    private const string Shown = """
        () => {
          const left = "script, style, template, noscript, kbd, code, textarea, .number, [lang]:not(html)";
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [document.title];
          while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest(left)) texts.push(walker.currentNode.data.trim());
          for (const name of ["aria-label", "placeholder", "title", "alt"])
            for (const element of document.querySelectorAll(`[${name}]`)) if (!element.closest(left)) texts.push(element.getAttribute(name));
          return texts;
        }
        """;

    private static IEnumerable<string> Texts(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .SelectMany(name => new ResourceManager(name[..^".resources".Length], assembly).GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>())
        .Select(entry => entry.Value as string ?? "").Where(text => text.Length > 1 && Han().IsMatch(text) && text != Procedure.Regulation.Citations.InternalStep);

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Words();

    [GeneratedRegex("[0-9A-Fa-f]{64}")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
