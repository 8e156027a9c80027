using System.Text;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>How the name of a member is written: camelCase in definitions, PascalCase in descriptors and in what old servers wrote.</summary>
internal static class MemberNames
{
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The key under which a definition keeps what was given for an input that a workflow declares: <c>My value</c> is
    /// <c>myValue</c>.</summary>
    public static string KeyOf(string declared)
    {
        var key = new StringBuilder(declared.Length);
        var begins = true;
        foreach (var letter in declared)
        {
            if (letter is not (' ' or '_'))
                key.Append(begins ? char.ToUpperInvariant(letter) : letter);
            begins = letter is ' ' or '_';
        }
        return Camel(key.ToString());
    }
}
