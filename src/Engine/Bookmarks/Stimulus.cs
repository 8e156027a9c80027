using System.Security.Cryptography;
using System.Text;

namespace WorkflowAccountability.Engine.Bookmarks;

/// <summary>By what a bookmark is found from outside, in one indexed word of at most 70 characters.</summary>
public static class Stimulus
{
    private const int MostCharacters = 64;

    /// <summary>By what whoever waits for an event of this name is found.</summary>
    public static string Event(string name) => $"event:{Short(name)}";

    /// <summary>By what whoever waits for the answer to a task is found.</summary>
    public static string Task(string id) => $"task:{Short(id)}";

    /// <summary>By what this bookmark is found; null where only its id finds it.</summary>
    internal static string? Of(Bookmark bookmark) => bookmark.Name switch
    {
        "Elsa.Event" when bookmark.Payload?["eventName"] is { } name => Event(name.ToString()),
        "Elsa.RunTask" when bookmark.Payload?["taskId"] is { } id => Task(id.ToString()),
        _ => null,
    };

    private static string Short(string name) =>
        name.Length <= MostCharacters ? name : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
