using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>To whom something is addressed, in words.</summary>
internal static class Addressee
{
    /// <summary>The person with his post, the role with its organisation, or the team.</summary>
    public static string NameOf(string key, OrganisationDirectory directory, DateOnly day)
    {
        if (AddressKey.PersonIn(key) is { } person)
            return $"{directory.NameOfPerson(person)}（{directory.PostOf(person, day)}）";
        var (name, at) = key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('@') is [var first, var second] ? (first, second) : (key["role:".Length..], null);
        if (key.StartsWith("team:", StringComparison.Ordinal))
            return Text.Of<VerbTexts>("Team." + name).ToString();
        var role = Roles.Find(name) is { } known ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? known.English : known.Chinese : name;
        return at is null ? role : $"{directory.NameOf(at, day)}（{role}）";
    }
}
