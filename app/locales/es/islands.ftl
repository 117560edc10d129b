# Lo que dicen las partes con movimiento lo dan las páginas en las que están.
