using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>A text of the interface by its key: zh-CN in the <c>.resx</c> beside the type, English in the <c>.en.resx</c>.</summary>
/// <param name="Resource">The type beside which the <c>.resx</c> lies.</param>
/// <param name="Arguments">Values for the numbered places; a <see cref="Text"/> among them is translated too.</param>
public sealed record Text(Type Resource, string Key, params IReadOnlyList<object?> Arguments) : IFormattable
{
    private static readonly ConcurrentDictionary<Type, ResourceManager> managers = [];

    /// <summary>The text of <typeparamref name="T"/>'s resource under a key.</summary>
    public static Text Of<T>(string key, params IReadOnlyList<object?> arguments) => new(typeof(T), key, arguments);

    /// <summary>Whether the culture's own resource (not a fallback) holds the key.</summary>
    public static bool Exists(Type resource, string key, CultureInfo culture) => Manager(resource).GetString(key, culture) is not null;

    /// <summary>The text in the reader's language; the key itself where none exists, so that a missing text can be seen and never breaks a page.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);

    /// <summary>As part of words that are put together in one of the two languages, the text in that; else in the reader's.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => formatProvider is CultureInfo { Name: "en" or "zh-CN" } culture ? In(culture) : ToString();

    /// <summary>The text in a language.</summary>
    public string In(CultureInfo culture)
    {
        var format = Manager(Resource).GetString(Key, culture);
        return format is null ? Key : Arguments.Count == 0 ? format
            : string.Format(culture, format, [.. Arguments.Select(argument => argument is Text text ? text.In(culture) : argument)]);
    }

    private static ResourceManager Manager(Type resource) =>
        managers.GetOrAdd(resource, static type => new ResourceManager(type.FullName!, type.Assembly));
}
