using System.Text.RegularExpressions;

namespace WorkflowAccountability.Architecture.Tests;

/// <summary>What is tracked runs on any machine and tells nothing of the one on which it was written.</summary>
public sealed partial class TraceTests
{
    private static readonly string[] Binary = [".png", ".ico", ".woff2", ".docx", ".pdf", ".db"];

    private static readonly IReadOnlyList<SourceFile> Texts = [.. Repository.Files.Where(file => !Binary.Contains(Path.GetExtension(file.Path)))];

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        Texts.ShouldContain(file => file.Path == "README.md", "the test must see the files, or it protects nothing");
        MachineFolder().IsMatch("see /" + "work/notes").ShouldBeTrue();
        MachineFolder().IsMatch("/work-items/{id}").ShouldBeFalse();

        Found(MachineFolder()).ShouldBeEmpty("take the path from an option, or make it relative to the repository");
    }

    [Fact]
    public void Addresses_lead_to_these_hosts_only()
    {
        // Some are names of vocabularies in Word files and lead nowhere.
        string[] known = ["127.0.0.1", "elsaworkflows.io", "evil.example", "json-schema.org", "localhost", "purl.org", "schemas.microsoft.com", "schemas.openxmlformats.org", "www.cj.gov.cn", "www.example.gov.cn", "www.gov.cn", "www.w3.org"];

        var hosts = Texts.SelectMany(file => Host().Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal).ToList();

        hosts.ShouldContain("www.gov.cn");
        hosts.Except(known).ShouldBeEmpty("no registry, no mirror, no machine: packages come from wherever the client is configured to take them");
    }

    private static IEnumerable<string> Found(Regex pattern) =>
        Texts.SelectMany(file => pattern.Matches(file.Text).Select(match => $"{file.Path}: {match.Value.Trim()}"));

    [GeneratedRegex(@"(?<![\w.}>$-])/(?:work|tmp|home|Users|mnt|opt)(?![\w.-])")]
    private static partial Regex MachineFolder();

    [GeneratedRegex(@"https?://([\w.-]*\w)")]
    private static partial Regex Host();
}
