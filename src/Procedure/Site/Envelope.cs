using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>What every posted form carries beside its fields: the command id made when it was opened, and the version it was opened from.</summary>
public sealed record Envelope(string CommandId, long Version)
{
    /// <summary>The field of the command id.</summary>
    public const string CommandField = "_command";

    /// <summary>The field of the version.</summary>
    public const string VersionField = "_version";

    /// <summary>Reads it; a form without it was not made by this site.</summary>
    public static bool TryRead(IFormCollection posted, [NotNullWhen(true)] out Envelope? envelope)
    {
        var id = posted[CommandField].ToString();
        envelope = id.Length is > 0 and <= 64
            && long.TryParse(posted[VersionField].ToString() is { Length: > 0 } version ? version : "0", CultureInfo.InvariantCulture, out var number)
            ? new Envelope(id, number) : null;
        return envelope is not null;
    }
}
