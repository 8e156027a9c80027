using System.Security.Cryptography;
using System.Text;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>Ids that a repeat makes again: whatever they name is made once, however often the command runs.</summary>
public static class DerivedId
{
    /// <summary>16 hex digits, as Elsa's ids look, from the SHA-256 of the parts.</summary>
    public static string Of(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))))[..16];
}
