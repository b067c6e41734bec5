using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Junheng.Pipelines.Tests.Engine;

/// <summary>The provider was built against an assembly we do not have; everything it asks of it must be in ours.</summary>
public class BindingsTests
{
    static readonly Assembly Provider = Assembly.Load("DuckDB.NET.Data");

    [Fact]
    public void EveryMemberTheProviderLinksTo_Resolves()
    {
        using var file = new PEReader(File.OpenRead(Provider.Location));
        var metadata = file.GetMetadataReader();
        var tokens = metadata.MemberReferences
            .Where(handle => IsOurs(metadata, metadata.GetMemberReference(handle).Parent))
            .Select(handle => MetadataTokens.GetToken(handle))
            .ToList();

        var missing = tokens.Where(token => !Resolves(token)).Select(token => token.ToString("x8", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(206, tokens.Count);
        Assert.Empty(missing);
    }

    // Members of generic types over ours are .NET's own.
    static bool IsOurs(MetadataReader metadata, EntityHandle parent) =>
        parent.Kind == HandleKind.TypeReference && Scope(metadata, (TypeReferenceHandle)parent) == "DuckDB.NET.Bindings";

    static string Scope(MetadataReader metadata, TypeReferenceHandle type)
    {
        var scope = metadata.GetTypeReference(type).ResolutionScope;
        return scope.Kind == HandleKind.TypeReference
            ? Scope(metadata, (TypeReferenceHandle)scope)
            : metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
    }

    static bool Resolves(int token)
    {
        try
        {
            return Provider.ManifestModule.ResolveMember(token) is not null;
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }
}
