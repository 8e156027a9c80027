namespace WorkflowAccountability.Procedure.Cases;

/// <summary>Texts that were shown in a browser come back with other line ends: that changes no word.</summary>
internal static class Wording
{
    /// <summary>Whether two texts have the same words in the same lines.</summary>
    public static bool IsSame(string? one, string? other) => Lines(one) == Lines(other);

    private static string? Lines(string? text) => text?.ReplaceLineEndings("\n").Trim();
}
