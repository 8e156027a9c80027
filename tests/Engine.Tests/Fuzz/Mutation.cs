using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Tests.Fuzz;

/// <summary>Spoils a definition, always the same way for the same number.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly string[] words =
    [
        "", "In", "Done", "True", "id", "type", "value", "$values", "WaitAll", "Race", "C#", "Python", "JavaScript", "Liquid", "Variable", "Literal", "Object", "Elsa.Flowchart",
        "Elsa.NotFoundActivity", "Elsa.FlowJoin", "Elsa.SetVariable", "Acme.Nothing", "Elsa.If", "__proto__", "constructor", "\0", "１", "责任", "a:b", "-1", "1e999", "{", "[[[[", "null",
    ];

    private static readonly string[] scripts =
    [
        "while(true){}", "for(;;);", "(function f(){return f()+f()})()", "'x'.repeat(1e9)", "new Array(1e9).fill(1)", "/(a+)+$/.test('a'.repeat(40)+'!')", "({}).__proto__.x = 1",
        "getVariable('x')", "setVariable('x', 1)", "throw 1", "return", "}{", "JSON.parse('['.repeat(1e5))", "setOutcomes(['a','b'])", "{% for i in (1..9999999) %}x{% endfor %}",
        "{{ 'a' | append: 'b' }}", "{% include 'x' %}",
    ];

    private readonly Random random = new(seed);

    /// <summary>The spoilt text: mostly still JSON, sometimes not.</summary>
    public string Of(JsonNode definition)
    {
        var root = definition.DeepClone();
        for (var left = 1 + random.Next(4); left > 0; left--)
        {
            var places = Places(root).ToList();
            if (places.Count > 0)
                Spoil(places[random.Next(places.Count)], places);
        }
        var text = root.ToJsonString();
        return random.Next(25) switch
        {
            0 => text[..random.Next(text.Length)],
            1 => text.Insert(random.Next(text.Length), Pick(["}", "]", "\"", ",", "\\u0000", "//", "\uFFFF", " "])),
            _ => text,
        };
    }

    private void Spoil(Place place, List<Place> places)
    {
        var other = places[random.Next(places.Count)];
        switch (random.Next(9))
        {
            case 0:
                place.Remove();
                break;
            case 1:
                place.Put(Pick(words));
                break;
            case 2:
                place.Put(Pick(scripts));
                break;
            case 3:
                place.Put(random.Next(2) == 0 ? random.NextInt64() : random.NextDouble() * 1e300);
                break;
            case 4:
                place.Put(null);
                break;
            case 5:
                place.Put(other.Value?.DeepClone());
                break;
            case 6:
                place.Put(random.Next(2) == 0 ? new JsonArray(place.Value?.DeepClone(), place.Value?.DeepClone()) : new JsonObject { [Pick(words)] = place.Value?.DeepClone() });
                break;
            case 7:
                place.Add(Pick(words), other.Value?.DeepClone());
                break;
            default:
                place.Rename(Pick(words));
                break;
        }
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private static IEnumerable<Place> Places(JsonNode? node) => node switch
    {
        JsonObject part => part.ToList().SelectMany(member => Places(member.Value).Prepend(new(part, member.Key, -1))),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(at => Places(list[at]).Prepend(new(list, "", at))),
        _ => [],
    };

    private sealed record Place(JsonNode Holder, string Key, int At)
    {
        public JsonNode? Value => Holder is JsonArray list ? At < list.Count ? list[At] : null : Holder[Key];

        public void Put(JsonNode? value)
        {
            if (Holder is not JsonArray list)
                Holder[Key] = value;
            else if (At < list.Count)
                list[At] = value;
        }

        public void Remove()
        {
            if (Holder is JsonObject part)
                part.Remove(Key);
            else if (Holder is JsonArray list && At < list.Count)
                list.RemoveAt(At);
        }

        public void Add(string key, JsonNode? value)
        {
            if (Holder is JsonObject part)
                part[key] = value;
            else
                ((JsonArray)Holder).Add(value);
        }

        public void Rename(string key)
        {
            if (Holder is not JsonObject part)
                return;
            var value = part[Key]?.DeepClone();
            part.Remove(Key);
            part[key] = value;
        }
    }
}
