using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Papers.Layout;

namespace WorkflowAccountability.Procedure.Tests.Papers;

/// <summary>A line on a printed page, in millimetres from the upper left corner.</summary>
public sealed record PrintedLine(int Page, double Left, double Right, double Top, string Text);

/// <summary>Every kind of document, and one page after the other full of one character, printed to PDF by LibreOffice in one go.</summary>
public sealed class PrintedPapers : IAsyncLifetime
{
    /// <summary>The document that is nothing but full lines.</summary>
    public const string Full = "full";

    private const double PointsOfAMillimetre = 72 / 25.4;

    /// <summary>Where what is printed is kept to be looked at; null where nothing is to be printed.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("ACCOUNTABILITY_PRINTED_DOCUMENTS");

    public static bool HasTools { get; } = new[] { "soffice", "pdfinfo", "pdftotext" }.All(tool =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool))));

    /// <summary>What was printed, by name.</summary>
    public static IReadOnlyDictionary<string, PaperSheet> Sheets { get; } = Made();

    public async Task InitializeAsync()
    {
        if (Folder is null || !HasTools)
            return;
        Directory.CreateDirectory(Folder);
        using var profile = new TemporaryFolder();
        using var turned = new TemporaryFolder();
        foreach (var (name, sheet) in Sheets)
        {
            var written = PaperDocx.Write(sheet);
            await File.WriteAllBytesAsync(Path.Combine(Folder, name + ".docx"), written);
            await File.WriteAllBytesAsync(Path.Combine(turned.Path, name + ".docx"), Turned(written));
        }
        await RunAsync("soffice", ["--headless", $"-env:UserInstallation={new Uri(profile.Path)}", "--convert-to", "pdf", "--outdir", Folder, .. Sheets.Keys.Select(name => Path.Combine(turned.Path, name + ".docx"))]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Width and height of the pages in millimetres, and how many there are.</summary>
    public static async Task<(double Width, double Height, int Count)> PagesAsync(string name)
    {
        var facts = (await RunAsync("pdfinfo", [Path.Combine(Folder!, name + ".pdf")])).Split('\n').Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1].Trim());
        var size = facts["Page size"].Split(' ');
        return (Number(size[0]) / PointsOfAMillimetre, Number(size[2]) / PointsOfAMillimetre, int.Parse(facts["Pages"], CultureInfo.InvariantCulture));
    }

    /// <summary>The lines of a document, page by page.</summary>
    public static async Task<IReadOnlyList<PrintedLine>> LinesAsync(string name)
    {
        var xml = XDocument.Parse(await RunAsync("pdftotext", ["-bbox-layout", Path.Combine(Folder!, name + ".pdf"), "-"]));
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return [.. xml.Descendants(html + "page").SelectMany((page, index) => page.Descendants(html + "line").Select(line => new PrintedLine(index + 1,
            Millimetres(line, "xMin"), Millimetres(line, "xMax"), Millimetres(line, "yMin"), string.Concat(line.Elements().Select(word => word.Value)))))];
    }

    // LibreOffice 7.4 takes w:overflowPunct the wrong way round: told that nothing may hang out of a line it lets it hang, told that it may it does not. The file says what
    // the standard means; what is printed here says the opposite of it.
    private static byte[] Turned(byte[] document)
    {
        const string Forbidden = "<w:overflowPunct w:val=\"false\" />", Allowed = "<w:overflowPunct w:val=\"true\" />";
        using var copy = new MemoryStream();
        copy.Write(document);
        using (var parts = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var styles = parts.GetEntry("word/styles.xml")!.Open();
            var text = new StreamReader(styles).ReadToEnd();
            text.ShouldContain(Forbidden);
            styles.SetLength(0);
            styles.Write(Encoding.UTF8.GetBytes(text.Replace(Forbidden, Allowed, StringComparison.Ordinal)));
        }
        return copy.ToArray();
    }

    private static Dictionary<string, PaperSheet> Made()
    {
        var sheets = PaperKind.All.ToDictionary(kind => kind.Code, kind => FinishedCase.Sheet(kind));
        var report = sheets[nameof(InvestigationReport)];
        sheets["PublicEdition"] = CutText.PublicSheet(report, new EditionText { Title = report.Title, Cuts = ProposedCuts.Of(report, FinishedCase.Source) });
        sheets[Full] = report with { Layout = PaperLayout.Plain, Number = null, Addressee = null, CopiedTo = null, PrintedBy = null, Body = [.. Enumerable.Repeat(new string('字', (28 * 3) - 2), 40)] };
        return sheets;
    }

    private static double Millimetres(XElement element, string name) => Number(element.Attribute(name)!.Value) / PointsOfAMillimetre;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(string tool, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {await errors}");
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("accountability-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
