using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkflowAccountability.Procedure.Audit;

/// <summary>The hash of a link: SHA-256 over the hash before and every field with its length, upper hex, so that no two contents share one byte string.</summary>
internal static class ChainHash
{
    /// <summary>What the first link follows: 64 zeros.</summary>
    public const string None = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string Of(string previousHash, params IReadOnlyList<object> fields) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + string.Concat(fields.Select(Canonical)))));

    private static string Canonical(object field)
    {
        var text = field is DateTimeOffset at ? at.UtcTicks.ToString(CultureInfo.InvariantCulture) : Convert.ToString(field, CultureInfo.InvariantCulture)!;
        return $"|{text.Length}:{text}";
    }
}
