using System.Collections;

namespace WorkflowAccountability.Web.Start;

/// <summary>
/// Settings by names that every shell and systemd take, which allow no dash: <c>ACCOUNTABILITY_METRICS_TOKEN</c> is <c>--metrics-token</c>,
/// <c>ACCOUNTABILITY_MAIL__PASSWORD</c> is <c>--Mail:Password</c>. The command line goes before them.
/// </summary>
public static class EnvironmentSettings
{
    private const string Prefix = "ACCOUNTABILITY_";

    /// <summary>What the environment says, by the names of the settings.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Of(IDictionary environment) =>
        environment.Cast<DictionaryEntry>().Select(entry => (Name: (string)entry.Key, Value: entry.Value as string))
            .Where(entry => entry.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(string.Join(':', entry.Name[Prefix.Length..].Split("__").Select(part => part.Replace('_', '-'))), entry.Value));

    internal static IConfigurationBuilder AddOurs(this IConfigurationBuilder settings, string[] args) =>
        settings.AddInMemoryCollection(Of(Environment.GetEnvironmentVariables())).AddCommandLine(args);
}
