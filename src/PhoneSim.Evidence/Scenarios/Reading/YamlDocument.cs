using PhoneSim.Phone.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PhoneSim.Evidence.Scenarios.Reading;

/// <summary>Reads YAML (one document, no tags) into nodes with places.</summary>
internal sealed class YamlDocument
{
    /// <summary>Our choice, as for profiles.</summary>
    private const int MaxDepth = 32;

    private readonly Parser parser;
    private readonly string file;
    private readonly ICollection<DocumentError> errors;
    private readonly Dictionary<AnchorName, DocumentNode> anchors = [];
    private int depth;

    private YamlDocument(string file, string text, ICollection<DocumentError> errors) =>
        (this.file, this.errors, parser) = (file, errors, new(new Scanner(new StringReader(text), skipComments: true)));

    /// <summary>Null: no YAML object; the errors say why.</summary>
    public static ObjectNode? Read(string file, string text, ICollection<DocumentError> errors)
    {
        YamlDocument document = new(file, text, errors);
        try
        {
            return document.Read();
        }
        catch (YamlException e)
        {
            errors.Add(new(file, (int)e.Start.Line, (int)e.Start.Column, "", $"no valid YAML here: {e.Message}"));
            return null;
        }
    }

    private ObjectNode? Read()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            errors.Add(new(file, 1, 1, "", "an empty file; a scenario has title, story, phone and steps"));
            return null;
        }

        parser.Consume<DocumentStart>();
        DocumentNode node = ReadNode();
        parser.Consume<DocumentEnd>();
        if (node is not ObjectNode)
            errors.Add(node.Error("", $"a scenario is an object of fields, not {node.Found}"));
        return node as ObjectNode;
    }

    private DocumentNode ReadNode()
    {
        if (++depth > MaxDepth)
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"more than {MaxDepth} levels");
        DocumentNode node = parser.Current switch
        {
            MappingStart => ReadObject(),
            SequenceStart => ReadList(),
            AnchorAlias => ReadAlias(),
            _ => ReadScalar(),
        };
        depth--;
        return node;
    }

    private ObjectNode ReadObject()
    {
        MappingStart start = parser.Consume<MappingStart>();
        Dictionary<string, DocumentNode> members = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar name = parser.Consume<Scalar>();
            if (!members.TryAdd(name.Value, ReadNode()))
                errors.Add(new(file, Line(name), Column(name), name.Value, $"stands here a second time; the first is in line {members[name.Value].Line}"));
        }

        return Anchored(start.Anchor, new ObjectNode(file, Line(start), Column(start), members));
    }

    private ArrayNode ReadList()
    {
        SequenceStart start = parser.Consume<SequenceStart>();
        List<DocumentNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode());
        return Anchored(start.Anchor, new ArrayNode(file, Line(start), Column(start), items));
    }

    private DocumentNode ReadAlias()
    {
        AnchorAlias alias = parser.Consume<AnchorAlias>();
        return anchors.TryGetValue(alias.Value, out DocumentNode? node) ? node : throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value} before");
    }

    private DocumentNode ReadScalar()
    {
        Scalar scalar = parser.Consume<Scalar>();
        DocumentNode node = (scalar.Style, scalar.Value) switch
        {
            (ScalarStyle.Plain, "" or "~" or "null") => new NullNode(file, Line(scalar), Column(scalar)),
            (ScalarStyle.Plain, var written) => new PlainNode(file, Line(scalar), Column(scalar), written),
            (_, var text) => new TextNode(file, Line(scalar), Column(scalar), text),
        };
        return Anchored(scalar.Anchor, node);
    }

    private T Anchored<T>(AnchorName anchor, T node)
        where T : DocumentNode
    {
        if (!anchor.IsEmpty)
            anchors[anchor] = node;
        return node;
    }

    private static int Line(ParsingEvent e) => (int)e.Start.Line;

    private static int Column(ParsingEvent e) => (int)e.Start.Column;
}
