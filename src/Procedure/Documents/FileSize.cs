using System.Globalization;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Sizes as people read them.</summary>
public static class FileSize
{
    private const double Kilo = 1024;

    /// <summary>For instance 1.4 MB, 320 KB; never 0 KB.</summary>
    public static string Shown(long bytes) => bytes >= Kilo * Kilo
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / Kilo)):0} KB");
}
