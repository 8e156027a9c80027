using System.Security.Cryptography;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>A password that is read aloud once and opens nothing but the page on which it is changed: no letters that look alike.</summary>
public static class OneTimePassword
{
    /// <summary>Makes one.</summary>
    public static string Make() => $"{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 6)}-"
        + $"{RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ", 6)}-{RandomNumberGenerator.GetString("23456789", 6)}";
}
